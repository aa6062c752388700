# Turns the help of policycalc or of one of its commands into roff. part: head, command or foot.
function roff(text) {
  gsub(/\\/, "\\e", text)
  gsub(/-/, "\\-", text)
  sub(/^[.']/, "\\\\\\&&", text)
  return text
}

function section(title) { print ".SH " title }

# An entry of the help: its name, then its text on the same line or on the next.
function entry(line,   at) {
  line = substr(line, 3)
  at = match(line, /   */)
  print ".TP"
  print ".B " roff(at ? substr(line, 1, at - 1) : line)
  if (at) print roff(substr(line, at + RLENGTH))
}

NR == 1 && part == "head" {
  print ".TH POLICYCALC 1 \"\" \"" version "\" \"policycalc\""
  section("NAME")
  print "policycalc \\- " roff(substr($0, length("policycalc ") + 1))
  section("SYNOPSIS")
  print ".B policycalc\n.I COMMAND\n[\\fIOPTIONS\\fR]"
  section("DESCRIPTION")
  print "The settings that a command takes are options, variables of the environment"
  print "(\\fB\\-\\-backup\\-days\\fR is \\fBPOLICYCALC_BACKUP_DAYS\\fR) and keys of a file (\\fBbackup_days\\fR)."
  print "An option wins over the environment, the environment over the file."
  print ".B policycalc\\-service\n.I COMMAND\nruns a command as the packaged service does: as its user, with its settings."
  section("COMMANDS")
}

NR == 1 && part == "command" { purpose = $0 }
part == "command" && /^Usage: / {
  sub(/^Usage: /, "")
  print ".SS " roff($0)
  print roff(purpose) "."
}
part == "command" && /^[A-Z].*:$/ { listed = 1; next }
part == "command" && /^$/ { next }
part == "command" && /^[A-Z]/ { listed = 0 }
part == "command" && listed && /^  [^ ]/ { if ($0 !~ /^  -h,/) entry($0) }
part == "command" && listed && /^   / { sub(/^ */, ""); print roff($0) }

part == "foot" && /^Exit codes: / {
  section("EXIT STATUS")
  sub(/^Exit codes: /, "")
  print roff($0) "."
  section("FILES")
  print ".TP\n.I /etc/policycalc/policycalc.json\nthe settings of the packaged service"
  print ".TP\n.I /var/lib/policycalc\nits database and its key"
  print ".TP\n.I /var/backups/policycalc\nthe daily backups"
  print ".TP\n.I /usr/share/policycalc\nthe policies and the pages"
  section("SEE ALSO")
  print "The page \\fI/operate.html\\fR of the service: installation, settings, backups and troubles."
}

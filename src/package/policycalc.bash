# Completion of policycalc and policycalc-service, from the help of the program itself.

# $1: Commands or Options, $2...: a command. Prints what its help lists.
_policycalc_listed() {
  local part=$1
  shift
  policycalc "$@" --help 2>/dev/null </dev/null |
    awk -v part="$part:" '/^[A-Z]/ { listed = $0 == part } listed && /^  [a-z-]/ { sub(/^-h,/, "", $1); print $1 }'
}

# $1: an option, $2...: a command. Prints what the option takes, such as FILE or json|text.
_policycalc_taken() {
  local option=$1
  shift
  policycalc "$@" --help 2>/dev/null </dev/null | awk -v option="$option" '$1 == option { print $2 }'
}

_policycalc() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local word taken
  local -a command=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word =~ ^[a-z][a-z-]*$ ]] || continue
    _policycalc_listed Commands "${command[@]}" | grep -qxF -- "$word" && command+=("$word")
  done

  if [[ $current != -* && $before == --* ]]; then
    taken=$(_policycalc_taken "$before" "${command[@]}")
    case $taken in
      FILE | DIR) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
      *'{'*) taken=${taken#*\{} taken=${taken%\}*} ;;
    esac
    # A switch such as --brief is followed by help.
    if [[ $taken =~ ^[a-z]+([,|][a-z]+)+$ ]]; then
      mapfile -t COMPREPLY < <(compgen -W "${taken//[,|]/ }" -- "$current")
      return
    fi
    [[ $taken =~ ^[A-Z]+ ]] && return
  fi
  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_policycalc_listed Options "${command[@]}")" -- "$current")
    return
  fi
  mapfile -t COMPREPLY < <(compgen -W "$(_policycalc_listed Commands "${command[@]}")" -- "$current")
  if ((${#COMPREPLY[@]} == 0)); then mapfile -t COMPREPLY < <(compgen -f -- "$current"); fi
}

complete -o filenames -F _policycalc policycalc policycalc-service

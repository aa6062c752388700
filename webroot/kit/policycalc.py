"""A client of the policy calculator for Python 3.9 and later, without dependencies.

    from policycalc import Client
    calculator = Client("https://policy.example.cn", key="pck_sec_...")
    answer = calculator.match({"district": "360702", "entity_type": "company"})

`match` asks for a short answer and joins it with the texts of the measures, which it fetches once for
each catalogue; `detail="core"` and `detail="verdicts"` give the short answers themselves. Money is in
yuan, days are at UTC+8, and what is not known is left out of the profile.
"""

import json
import sys
import time
import urllib.error
import urllib.request

__all__ = ["Client", "Refused", "check", "join"]

_TRUTHS = {"t": "true", "f": "false", "u": "unknown"}
_WORTH_WAITING = (429, 503)
_NO_CONTENT = 204
_SAVED = "/api/v1/profiles/mine"


class Refused(Exception):
    """The service has refused a request. `problem` is its answer (RFC 9457), {} if it gave none;
    `retry_after` the seconds to wait before it is worth trying again."""

    def __init__(self, status, problem, retry_after=1):
        self.status = status
        self.problem = problem
        self.code = problem.get("code")
        self.retry_after = retry_after
        issues = "".join(
            f"\n  {issue['pointer']}: {issue['code']}: {issue.get('message_en') or issue['message']}"
            for issue in problem.get("issues", [])
        )
        super().__init__(f"{status} {self.code or ''}: {problem.get('detail', '')}{issues}")


class Client:
    """Calls one service. Safe to use from one thread."""

    def __init__(self, address, key=None, attempts=3, most_wait=60, timeout=30, sleep=time.sleep):
        """`attempts` requests are made at most while the service says that it is busy (503) or that the
        limit is spent (429); each waits as long as Retry-After says, `most_wait` seconds at most."""
        self._address = address.rstrip("/")
        self._key = key
        self._attempts = attempts
        self._most_wait = most_wait
        self._timeout = timeout
        self._sleep = sleep
        self._kept = {}

    def match(self, profile, detail="full", **options):
        """What applies to a company. `options` are further members of the request: `as_of`, `catalogue`,
        `include`, `measures`, `topics`, `lang`."""
        body = {"profile": profile, **options}
        if detail != "full":
            return self.post("/api/v1/match", {**body, "detail": detail})
        core = self.post("/api/v1/match", {**body, "detail": "core"})
        return join(core, self._texts(core["texts"]))

    def save(self, profile, expires_in_days, **options):
        """Keeps a profile for a time. The `code` of the answer opens it and appears nowhere else."""
        return self.post("/api/v1/profiles", {"profile": profile, "expires_in_days": expires_in_days, **options})

    def saved(self, code):
        """The profile that a code opens."""
        return self._call("GET", _SAVED, code=code)

    def change(self, code, profile, revision, **options):
        """Changes it: `revision` is that of the profile as it was read."""
        return self._call("PUT", _SAVED, {"profile": profile, "revision": revision, **options}, code)

    def forget(self, code):
        """Deletes it."""
        return self._call("DELETE", _SAVED, code=code)

    def get(self, path):
        """Any read, such as `/api/v1/facts`."""
        return self._call("GET", path)

    def post(self, path, body):
        return self._call("POST", path, body)

    def _texts(self, path):
        if path not in self._kept:
            self._kept[path] = self.get(path)
        return self._kept[path]

    def _call(self, method, path, body=None, code=None):
        for attempt in range(1, self._attempts + 1):
            try:
                return self._once(method, path, body, code)
            except Refused as refused:
                if refused.status not in _WORTH_WAITING or attempt == self._attempts:
                    raise
                self._sleep(min(refused.retry_after, self._most_wait))
        raise AssertionError("attempts must be at least 1")

    def _once(self, method, path, body, code):
        headers = {"Accept": "application/json"}
        if code:
            headers["Authorization"] = f"Bearer {code}"
        if self._key:
            headers["X-Api-Key"] = self._key
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps(body, ensure_ascii=False).encode()
        request = urllib.request.Request(self._address + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as answer:
                return None if answer.status == _NO_CONTENT else json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                wait = _seconds(error.headers.get("Retry-After"))
                refused = Refused(error.code, _problem(error.read()), wait)
            raise refused from None


def _problem(text):
    try:
        problem = json.loads(text)
    except ValueError:
        return {}
    return problem if isinstance(problem, dict) else {}


def _seconds(text):
    return int(text) if text and text.isdigit() else 1


def join(core, texts):
    """The answer of `detail: "full"`, from one of `detail: "core"` and what `core["texts"]` is the
    address of."""
    return _Joining(core, texts).answer()


class _Joining:
    """One short answer with what its parts are looked up in."""

    def __init__(self, core, texts):
        if core["catalogue"] != texts["catalogue"]:
            raise ValueError("the answer and the texts are of different catalogues")
        self._core = core
        self._texts = texts
        self._measures = {measure["id"]: measure for measure in texts["measures"]}
        self._facts = {fact["id"]: fact for fact in texts["facts"]}
        self._county = [one for one in texts["counties"] if one["id"] == core.get("county")]

    def answer(self):
        core = self._core
        answer = {"detail": "full", "as_of": core["as_of"], "catalogue": core["catalogue"], "program": core["program"]}
        if "selected" in core:
            answer["selected"] = core["selected"]
        answer["profile"] = self._profile()
        answer["counts"] = core["counts"]
        answer["totals"] = self._totals()
        answer["matches"] = [self._match(match) for match in core["matches"]]
        answer["units"] = self._units()
        answer["questions"] = [
            {"fact": one["fact"], "topic": self._facts[one["fact"]]["topic"], "decides": one["decides"]}
            for one in core.get("questions", [])
        ]
        answer["next_screen"] = core.get("next_screen")
        answer["after_registration"] = core.get("after_registration", [])
        told = core.get("notices", [])
        answer["notices"] = [notice for notice in self._texts["notices"] if notice["code"] in told]
        return answer

    def _profile(self):
        profile = self._core["profile"]
        derived = {
            fact: {"possible": value.get("possible", []), "because": value["because"]}
            for fact, value in profile["derived"].items()
        }
        warnings = [{**one, "message_en": one.get("message_en")} for one in profile.get("warnings", [])]
        return {
            "given": profile["given"],
            "derived": derived,
            "warnings": warnings,
            "suggestions": profile.get("suggestions", []),
        }

    def _totals(self):
        totals = dict(self._core["totals"])
        told = [self._texts["totals_caveats"][name] for name in totals.pop("caveats", [])]
        return {**totals, "caveats": [caveat for caveat in told if caveat is not None]}

    def _named_units(self, match):
        left_out = match.get("units_left_out", [])
        return [unit for unit in self._measures[match["id"]]["units"] if unit["id"] not in left_out]

    def _units(self):
        units = {}
        for match in self._core["matches"]:
            for unit in self._named_units(match):
                entry = {"id": unit["id"], "name": unit["name"], "name_en": unit["name_en"], "measures": []}
                units.setdefault(unit["id"], entry)["measures"].append(match["id"])
        return list(units.values())

    def _match(self, match):
        measure = self._measures[match["id"]]
        amounts = match.get("amounts", {})
        names = ("id", "title", "title_en", "summary", "summary_en", "topic", "topic_label", "kind", "universal")
        guidance = (
            "sources", "next_step", "next_step_en", "delivery", "channels", "documents", "valid", "replaced_by",
            "replaced_text", "caveats",
        )
        return {
            "measure": {name: measure[name] for name in names},
            "verdict": match["verdict"],
            "one_condition_away": match.get("one_condition_away", False),
            "benefits": [_benefit(one, amounts.get(one["id"])) for one in measure["benefits"]],
            "units": self._named_units(match) + self._county,
            "criteria": self._criteria(match, measure),
            "judged": measure["judged"],
            "missing": match.get("missing", []),
            "unmet": self._unmet(match, measure),
            **{name: measure[name] for name in guidance},
        }

    def _rules_of(self, measure):
        """The trees of a measure, in the order of the letters."""
        scopes = self._texts["scopes"]
        is_later = self._core["profile"]["given"].get("registration_status") == "not_yet_registered"
        rules = []
        if measure.get("scope") == "registered":
            rules.append(("scope", scopes["not_yet_registered" if is_later else "registered"]))
        rules += [(role, measure[role]) for role in ("applies_when", "requires") if measure.get(role)]
        return rules

    def _criteria(self, match, measure):
        children = []
        at = 0
        for role, rule in self._rules_of(measure):
            truth = _TRUTHS[match["truth"][at]]
            nodes = [rule]
            if role != "scope" and rule["op"] == "all" and "children" in rule:
                nodes = rule["children"]
                at += 1
            inside = []
            for node in nodes:
                inside.append(self._criterion(node, match, at))
                at += len(_nodes_of(node))
            children.append({"op": "all", "role": role, "truth": truth, "children": inside})
        truths = [child["truth"] for child in children]
        truth = "false" if "false" in truths else "unknown" if "unknown" in truths else "true"
        return {"op": "all", "truth": truth, "children": children}

    def _criterion(self, rule, match, at):
        truth = _TRUTHS[match["truth"][at]]
        if "children" not in rule:
            return self._leaf(rule, match, at, truth)
        children = []
        at += 1
        for child in rule["children"]:
            children.append(self._criterion(child, match, at))
            at += len(_nodes_of(child))
        return {"op": rule["op"], "truth": truth, "children": children}

    def _leaf(self, rule, match, at, truth):
        own = _changing(match, at)
        required = rule.get("required")
        is_derived = self._facts[rule["fact"]]["derived"]
        derived = self._core["profile"]["derived"].get(rule["fact"], {})
        return {
            "op": rule["op"],
            "fact": rule["fact"],
            "truth": truth,
            "given": self._given(rule["fact"]),
            "required": own.get("required") if required is None else required,
            "parameter": rule["parameter"],
            "parameters": rule["parameters"],
            "possible": derived.get("possible", []) if is_derived else None,
            "gap": own.get("gap") if truth == "false" else None,
            "text": rule["text"],
            "source": rule["source"],
        }

    def _unmet(self, match, measure):
        nodes = [node for _, rule in self._rules_of(measure) for node in _nodes_of(rule)]
        return [
            {
                "fact": one["fact"],
                "given": one.get("given"),
                "required": one.get("required"),
                "gap": one.get("gap"),
                "text": (self._texts["negation"] if one.get("negated") else "") + nodes[one["node"]]["text"],
            }
            for one in match.get("unmet", [])
        ]

    def _given(self, fact):
        """The value that conditions compare: of a derived fact, the only one that is possible."""
        derived = self._core["profile"]["derived"].get(fact)
        if derived is None:
            return self._core["profile"]["given"].get(fact)
        possible = derived.get("possible", [])
        return possible[0] if len(possible) == 1 and possible[0] != "none" else None


def _nodes_of(rule):
    """A tree from the root down."""
    return [rule] + [node for child in rule.get("children", []) for node in _nodes_of(child)]


def _changing(match, at):
    """What else depends on the profile at a condition."""
    for one in match.get("unmet", []):
        if one["node"] == at:
            return one
    return match.get("nodes", {}).get(str(at), {})


def _benefit(offered, own):
    amount = offered["amount"]
    changing = own if own is not None else amount
    return {
        "id": offered["id"],
        "type": offered["type"],
        "label": offered["label"],
        "label_en": offered["label_en"],
        "amount": {
            "status": changing["status"],
            "value": changing.get("value"),
            "unit": amount["unit"],
            "unit_label": amount["unit_label"],
            "bound": amount["bound"],
            "formula": own.get("formula") if own is not None else None,
        },
        "paid": own.get("paid", False) if own is not None else False,
    }


def check(client, pack):
    """Runs a conformance pack and returns the lines that say what is wrong; none: the integration is
    right."""
    faults = []
    for case in pack["cases"]:
        found = client.match(**case["request"], detail="verdicts")["verdicts"]
        faults += [
            f"{case['name']}: {measure} is {found.get(measure)}, not {verdict}"
            for measure, verdict in case["verdicts"].items()
            if found.get(measure) != verdict
        ]
    return faults


def main(words):
    if len(words) != 2 or words[0] != "check":
        print("usage: python3 policycalc.py check https://policy.example.cn", file=sys.stderr)
        return 2
    client = Client(words[1])
    pack = client.get("/api/v1/conformance")
    faults = check(client, pack)
    print("\n".join(faults) if faults else f"{len(pack['cases'])} cases are right")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""``python -m toolkit.check.pdf.verapdf_worker JAR PROFILE,...=FILE...``: a line of JSON a file.

The archive holds veraPDF's library and profiles, but neither its command nor the XML binding that
reads a profile; the profiles are read here, and the library is called from Python.
"""

import json
import sys
from typing import Any, Final
from xml.etree import ElementTree as ET
from zipfile import ZipFile

__all__: list[str] = []

_MEMORY: Final = "-Xmx1500m"
_PLACE: Final = "org/verapdf/pdfa/validation/{}.xml"
_LONG: Final = 300


class _Java:
    """The classes of veraPDF."""

    def __init__(self, archive: str) -> None:
        import jpype

        # veraPDF writes to the standard output what this process must keep for its answers.
        jpype.startJVM(_MEMORY, "-Djava.awt.headless=true", classpath=[archive])
        self.package = jpype.JPackage("org").verapdf
        java = jpype.JPackage("java")
        self.util, self.file = java.util, java.io.File
        java.lang.System.setOut(java.lang.System.err)
        java.util.logging.LogManager.getLogManager().reset()
        self.package.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
        self.pdfa = self.package.pdfa


class _Validator:
    def __init__(self, archive: str) -> None:
        self._java = _Java(archive)
        self._archive = archive
        self._profiles: dict[str, Any] = {}

    def validate(self, path: str, name: str) -> dict[str, Any]:
        """Return the rules that a file breaks, or an error."""
        profile = self._profile(name)
        foundry = self._java.pdfa.Foundries.defaultInstance()
        try:
            with foundry.createParser(self._java.file(path), profile.getPDFAFlavour()) as parser:
                validator = foundry.createValidator(profile, -1, False, True, False)
                with validator:
                    return {"broken": _broken(validator.validate(parser))}
        except Exception as error:  # noqa: BLE001 - whatever Java throws
            return {"error": str(error)[:_LONG]}

    def _profile(self, name: str) -> Any:  # noqa: ANN401 - a Java object
        if name not in self._profiles:
            with ZipFile(self._archive) as archive:
                root = ET.fromstring(archive.read(_PLACE.format(name)))  # noqa: S314
            for element in root.iter():
                element.tag = element.tag.rpartition("}")[2]
            self._profiles[name] = self._made(root)
        return self._profiles[name]

    def _made(self, root: ET.Element) -> Any:  # noqa: ANN401
        make = self._java.pdfa.validation.profiles.Profiles
        flavour = self._java.pdfa.flavours.PDFAFlavour.valueOf(root.get("flavour"))
        details = make.profileDetailsFromValues(
            _text(root, "details/name"),
            _text(root, "details/description"),
            "",
            self._java.util.Date(0),
        )
        rules = self._java.util.LinkedHashSet(
            [self._rule(one) for one in root.iterfind("rules/rule")]
        )
        if rules.isEmpty():
            raise ValueError("the profile has no rules")
        variables = self._java.util.LinkedHashSet(
            [
                make.variableFromValues(
                    one.get("name"),
                    one.get("object"),
                    _text(one, "defaultValue"),
                    _text(one, "value"),
                )
                for one in root.iterfind("variables/variable")
            ]
        )
        return make.profileFromValues(flavour, details, "", rules, variables)

    def _rule(self, rule: ET.Element) -> Any:  # noqa: ANN401
        make = self._java.pdfa.validation.profiles.Profiles
        identity = rule.find("id")
        arguments = [
            self._java.pdfa.validation.profiles.ErrorArgumentImpl.fromValues(
                one.text or "", one.get("name"), None
            )
            for one in rule.iterfind("error/arguments/*")
        ]
        given = {} if identity is None else identity.attrib
        specification = self._java.pdfa.flavours.PDFAFlavour.Specification
        return make.ruleFromValues(
            make.ruleIdFromValues(
                specification.valueOf(given["specification"]),
                given["clause"],
                int(given["testNumber"]),
            ),
            rule.get("object"),
            rule.get("deferred") == "true",
            rule.get("tags"),
            _text(rule, "description"),
            _text(rule, "test"),
            make.errorFromValues(
                _text(rule, "error/message"), self._java.util.ArrayList(arguments)
            ),
            self._java.util.ArrayList(),
        )


def _broken(result: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - a Java object
    counts = {str(rule): int(count) for rule, count in dict(result.getFailedChecks()).items()}
    found: dict[str, dict[str, Any]] = {}
    for assertion in result.getTestAssertions():
        rule = assertion.getRuleId()
        if str(assertion.getStatus().name()) == "FAILED" and str(rule) not in found:
            words = str(assertion.getErrorMessage() or assertion.getMessage())
            found[str(rule)] = {
                "rule": f"{rule.getClause()}-{rule.getTestNumber()}",
                "error": words[:_LONG],
                "where": str(assertion.getLocation().getContext()),
                "count": counts.get(str(rule), 1),
            }
    return list(found.values())


def _text(element: ET.Element, path: str) -> str:
    return element.findtext(path) or ""


if __name__ == "__main__":
    validator = _Validator(sys.argv[1])
    for argument in sys.argv[2:]:
        names, _, path = argument.partition("=")
        said = {name: validator.validate(path, name) for name in names.split(",")}
        print(json.dumps(said), flush=True)

"""Kinds of plain values, as annotations that the shape reader and the JSON Schema both understand."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema


@dataclass(frozen=True)
class Matches:
    """A string of a certain form. `code` and `name` say which diagnostic tells what is wrong with another form."""

    name: str
    pattern: str
    never: frozenset[str] = frozenset()  # that have the form and may not be used

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":  # noqa: ANN401 - pydantic's own signature
        """Let pydantic check the same pattern."""
        from pydantic_core import core_schema  # noqa: PLC0415 - heavy, only `pia schema` needs it

        return core_schema.str_schema(pattern=self.pattern)

    def __get_pydantic_json_schema__(self, schema: "CoreSchema", handler: "GetJsonSchemaHandler") -> dict[str, Any]:
        """The pattern, for editors."""
        never = {"not": {"enum": sorted(self.never)}} if self.never else {}
        return {"type": "string", "pattern": self.pattern, **never}


Number = int | Decimal
SHARE = r"^(0|[1-9][0-9]*)(\.[0-9]+)?$"
Share = int | Decimal | Annotated[str, Matches("share", SHARE)]  # a decimal number, in quotes or not
Status = Literal["draft", "published", "withdrawn"]  # of a bank, a vocabulary, references
Id = Annotated[str, Matches("id", r"^[a-z][a-z0-9_]*$")]
Name = Annotated[str, Matches("name", r"^[a-z][a-z0-9_-]*$")]
# Of folders, on every system: Windows keeps some names for itself, and none takes one of several hundred letters.
_KEPT = frozenset({"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
Folder = Annotated[str, Matches("folder", r"^[a-z][a-z0-9_-]{0,63}$", _KEPT)]
Version = Annotated[str, Matches("version", r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$")]
Extends = Annotated[str, Matches("extends", r"^[a-z][a-z0-9_-]*@(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$")]
Date = Annotated[str, Matches("date", r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
Country = Annotated[str, Matches("country", r"^[A-Z]{2}$")]
Language = Annotated[str, Matches("language", r"^[a-z]{2}(-[A-Za-z0-9]+)*$")]

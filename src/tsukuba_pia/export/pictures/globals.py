"""What templates call to have a picture drawn."""

from collections.abc import Callable
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from tsukuba_pia.export.pictures import flows, groups, life
from tsukuba_pia.export.pictures import risk_map as maps
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import RiskMap
from tsukuba_pia.report.parts import DataItem


@pass_context
def risk_map(context: Context, report: Report, one: RiskMap, name: str) -> Markup:
    """The risk map at one moment, with the moves since the one before."""
    return maps.risk_map(report, one, context["w"], name)


@pass_context
def life_of(context: Context, report: Report, item: DataItem, name: str) -> Markup:
    """The life of a data item."""
    return life.life_of(item, context["w"], report.language, name)


@pass_context
def flow_diagram(context: Context, report: Report, name: str) -> Markup:
    """Who hands what to whom."""
    return flows.flow_diagram(report, context["w"], name)


@pass_context
def groups_picture(context: Context, report: Report, name: str) -> Markup:
    """What each group gains and bears."""
    return groups.groups_picture(report, context["w"], name)


GLOBALS: dict[str, Callable[..., Any]] = {
    "risk_map": risk_map,
    "life_of": life_of,
    "flow_diagram": flow_diagram,
    "groups_picture": groups_picture,
}

from collections.abc import Callable
from typing import Any

def load(
    text: str,
    value_of: Callable[[str], Any],
    is_odd: Callable[[str], Any],
    *,
    depth: int,
    nodes: int,
    key: int,
    scalar: int,
) -> tuple[Any, Any] | None: ...

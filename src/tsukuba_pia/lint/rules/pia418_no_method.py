"""None of the chosen banks brings a method.

Scales, matrix and who may accept what come from the core bank. Sector banks stand on it and cannot be scored alone.

Use instead: `banks: {core: "1.0", transport: "1.0"}`.

---

選んだ質問票のどれにも、評価方法(method)がありません。

影響や起こりやすさの段階、表、誰が受け入れてよいかは、基本の質問票(core)にあります。分野の質問票はその上に立つもので、単独では評価できません。

代わりに: `banks: {core: "1.0", transport: "1.0"}`
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA418",
    level="error",
    about="assessment",
    message={
        "ja": "選んだ質問票に評価方法がないため、評価できません。",
        "en": "None of these banks brings a method, so nothing can be scored.",
    },
    hint={
        "ja": "`banks` に core を加えてください。",
        "en": "Add `core` to `banks`.",
    },
)

"""What people type between digits, by what it stands for. Each is as wide as what it stands for: one character."""

HYPHENS = "-‐‑‒–—―−－ー─ｰ"
BLANKS = " \u00a0\u3000\t"
SLASHES = "/／"
POINTS = ".．"
MIDDLE_DOTS = "・･·•‧"
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # characters of no width
LINE_STARTS = ">#"  # of a quotation, of a comment
BETWEEN_GROUPS = f"{HYPHENS}{BLANKS}{SLASHES}{POINTS}{MIDDLE_DOTS}{UNSEEN}{LINE_STARTS}\r\n"

SELECT c, l, holds FROM lines

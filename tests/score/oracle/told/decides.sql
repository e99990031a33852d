SELECT DISTINCT c, d, applies FROM decided

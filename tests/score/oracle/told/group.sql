SELECT u.c, u.r, u.g, u.moment, u.axis, u.worst, s.id
FROM (
    SELECT c, r, g, moment, worst, 'severity' AS axis, severity AS rank FROM group_levels
    UNION ALL SELECT c, r, g, moment, worst, 'likelihood', likelihood FROM group_levels
    UNION ALL SELECT c, r, g, moment, worst, 'level', level FROM group_levels
) AS u JOIN scales AS s USING (c, axis, rank)

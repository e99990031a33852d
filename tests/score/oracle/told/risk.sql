SELECT p.c, p.r, p.moment, p.worst, coalesce(s.id, 'none')
FROM risk_levels AS p LEFT JOIN scales AS s ON s.c = p.c AND s.axis = 'level' AND s.rank = p.level

SELECT a.c, x.moment, x.worst, coalesce(s.id, 'none')
FROM assessments AS a CROSS JOIN cases_of AS x
LEFT JOIN (SELECT c, moment, worst, max(level) AS level FROM risk_levels GROUP BY ALL) AS p USING (c, moment, worst)
LEFT JOIN scales AS s ON s.c = a.c AND s.axis = 'level' AND s.rank = p.level

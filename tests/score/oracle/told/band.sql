-- Upper bounds belong to their band; the last one is open.
SELECT p.c, p.i, p.name, arg_min(b.id, b.place)
FROM (UNPIVOT (SELECT c, i, so_far, lowest, highest, maximum FROM index_points) ON so_far, lowest, highest) AS p
JOIN bands AS b ON b.c = p.c AND b.i = p.i AND (b.up_to IS NULL OR p.value <= b.up_to * p.maximum)
GROUP BY p.c, p.i, p.name

-- An index made from another: times a factor where an index reaches a share of its maximum.
INSERT INTO index_points
WITH read AS (
    SELECT i.c, i.i, i.round, coalesce(i.factor, 1) AS factor, s.so_far, s.lowest, s.highest, s.maximum, s.above,
        i.reads IS NULL OR w.so_far >= i.share * w.maximum AS shown,
        i.reads IS NULL OR w.highest >= i.share * w.maximum AS possible,
        i.reads IS NULL OR w.lowest >= i.share * w.maximum AS certain
    FROM indices AS i JOIN index_points AS s ON s.c = i.c AND s.i = i.source
    LEFT JOIN index_points AS w ON w.c = i.c AND w.i = i.reads
    WHERE i.place = $turn
), ends AS (
    SELECT *, CASE WHEN shown THEN so_far * factor ELSE so_far END AS a,
        -- Where the factor may or may not be due, the lower of both is the lowest and the higher the highest: it may be above 1.
        least(CASE WHEN possible THEN lowest * factor END, CASE WHEN NOT certain THEN lowest END) AS b,
        greatest(CASE WHEN possible THEN highest * factor END, CASE WHEN NOT certain THEN highest END) AS z
    FROM read
)
SELECT c, i, CASE round WHEN 'half_up' THEN floor(a + 0.5) ELSE a END, CASE round WHEN 'half_up' THEN floor(b + 0.5) ELSE b END,
    CASE round WHEN 'half_up' THEN floor(z + 0.5) ELSE z END, maximum, above
FROM ends;

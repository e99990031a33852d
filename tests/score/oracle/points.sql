-- Points per section. What is not certainly asked and answered is nothing so far, and may come to all that its options can give.
CREATE TABLE question_points AS
WITH most AS (
    SELECT q.c, q.q, coalesce(CASE q.type
        WHEN 'choice' THEN max(o.points)
        WHEN 'choices' THEN greatest(coalesce(sum(o.points) FILTER (NOT o.exclusive), 0), coalesce(max(o.points) FILTER (o.exclusive), 0))
    END, 0) AS most
    FROM questions AS q LEFT JOIN options AS o USING (c, q) GROUP BY q.c, q.q, q.type
)
SELECT q.c, q.q, q.section, m.most,
    CASE WHEN s.known AND s.applies THEN coalesce((
        SELECT sum(o.points) FROM chosen AS h JOIN options AS o USING (c, q, o) WHERE h.c = q.c AND h.q = q.q), 0) ELSE 0 END AS certain,
    CASE WHEN s.known OR NOT s.asked THEN 0 ELSE m.most END AS open
FROM questions AS q JOIN standings AS s USING (c, q) JOIN most AS m USING (c, q);

CREATE TABLE section_points AS
SELECT i.c, i.i, i.section, coalesce(sum(p.certain), 0) AS so_far, coalesce(sum(p.certain + p.open), 0) AS highest, coalesce(sum(p.most), 0) AS maximum
FROM index_sections AS i LEFT JOIN question_points AS p USING (c, section) GROUP BY ALL;

INSERT INTO index_points
WITH sums AS (
    SELECT i.c, i.i, sum(p.so_far) AS so_far, sum(p.highest) AS highest, coalesce(i.maximum, sum(p.maximum)) AS maximum
    FROM indices AS i JOIN section_points AS p USING (c, i) GROUP BY i.c, i.i, i.maximum
)
SELECT c, i, so_far, so_far, least(highest, maximum), maximum, so_far > maximum FROM sums;

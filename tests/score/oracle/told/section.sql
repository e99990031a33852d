UNPIVOT (
    SELECT c, i, section, so_far::DECIMAL(18, 4) AS so_far, so_far::DECIMAL(18, 4) AS lowest, highest::DECIMAL(18, 4) AS highest, maximum::DECIMAL(18, 4) AS maximum FROM section_points
) ON so_far, lowest, highest, maximum

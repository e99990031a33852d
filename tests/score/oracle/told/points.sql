UNPIVOT (SELECT c, i, so_far, lowest, highest, maximum FROM index_points) ON so_far, lowest, highest, maximum

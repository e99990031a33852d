SELECT c, i, above FROM index_points

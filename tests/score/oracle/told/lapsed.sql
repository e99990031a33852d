SELECT c, r, true FROM raised WHERE NOT live

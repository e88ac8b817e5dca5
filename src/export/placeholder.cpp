namespace maillon {}

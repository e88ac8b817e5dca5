RETURN CASE WHEN date('2024-W10-3') < date({year: 2024, ordinalDay: 70}) THEN duration('P1Y2M3.5DT4H') ELSE reduce(s = 0, x IN range(1, 10) | s + x) END AS `a b`, -0x1F + 0o17 // comment

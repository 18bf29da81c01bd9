#!/usr/bin/env python3
"""Memeriksa rencana penempatan tanpa mempercayai pembuatnya: python3 periksa.py FOLDER-MASUKAN FOLDER-HASIL

Sertifikat memberi harga kepada setiap kandidat dan setiap jabatan. Bila pada setiap pasangan kedua harganya
mencapai bobot pasangan itu, dan jumlah semua harga sama dengan nilai rencana, tidak ada rencana yang lebih baik.
Bila sertifikat memuat bound, ada batas keluar unit: harga membuktikan batas atas, dan gap adalah selisihnya.
"""
import hashlib, os, sys

def table(folder, name, head):  # baris menurut urutan nomor, dan sidik bentuk terurutnya
    first, *lines = open(os.path.join(folder, name), newline="").read().removesuffix("\n").split("\n")
    rows = sorted(tuple(map(int, line.split(","))) for line in lines)
    text = "".join(line + "\n" for line in [head] + [",".join(map(str, row)) for row in rows])
    assert first == head, f"kepala berkas {name} harus {head}"
    return rows, hashlib.sha256(text.encode()).hexdigest()

def main(source, result):
    edges, h1 = table(source, "edges.csv", "position,candidate,score")
    posts, h2 = table(source, "positions.csv", "position,unit,region,class,critical,holder")
    people, h3 = table(source, "candidates.csv", "candidate,unit,region,class,experienced,home,duk")
    units, h4 = table(source, "units.csv", "unit,max_out")
    plan, h5 = table(result, "plan.csv", "position,candidate")
    head, *blocks = open(os.path.join(result, "certificate"), newline="").read().split("\n\n")
    head = dict(line.split("=", 1) for line in head.split("\n"))
    made = dict(line.split("=", 1) for line in open(os.path.join(source, "instance.txt")).read().split())
    capped = "bound" in head
    named = ["candidate,price", "position,price"] + ["unit,price"] * capped
    assert [block.split("\n")[0] for block in blocks] == named, "daftar harga di certificate"
    prices = [[tuple(map(int, row.split(","))) for row in block.split()[1:]] for block in blocks]
    u, v, leave = ([price for _, price in rows] for rows in prices + [[(unit, 0) for unit, _ in units]] * (not capped))
    assert (len(u), len(v), len(leave)) == (len(people), len(posts), len(units)), "setiap nomor harus punya satu harga"
    most = int(made["maxscore"])
    fill, move = (most + 1) * (len(posts) + 1), most * 5 // 100
    weight = {(p, c): fill * (1 + posts[p][4]) + s - (move if people[c][5] not in (-1, p) else 0) for p, c, s in edges}
    cost = {c: leave[posts[home][1]] for c, *_, home, _ in people if home >= 0}
    reach = {(p, c): u[c] + v[p] + (cost[c] if people[c][5] not in (-1, p) else 0) for p, c in weight}
    placed = set(plan)
    went = [posts[home][1] for c, *_, home, _ in people if home >= 0 and (home, c) not in placed]
    bound = sum(u) + sum(v) + sum(price * most for price, (_, most) in zip(leave, units))
    value = sum(weight.get(pair, 0) for pair in plan)
    seated, filled = {c for _, c in plan}, {p for p, _ in plan}
    facts = {"candidates": len(people), "positions": len(posts), "edges": len(edges), "maxscore": most, "fill": fill,
             "move": move, "instance": made["name"], "format": "sinergi-certificate-1", "order": "none" if capped else "class-desc,position;duk-asc",
             "sha256.edges.csv": h1, "sha256.positions.csv": h2, "sha256.candidates.csv": h3, "sha256.units.csv": h4, "sha256.plan.csv": h5}
    checks = {
        "Kepala dan sidik sertifikat": lambda: all(head[key] == str(value) for key, value in facts.items()),
        "Sidik di instance.txt": lambda: all(made[key] == head[key] for key in made if key.startswith("sha256.")),
        "Nomor lengkap": lambda: all([row[0] for row in rows] == list(range(len(rows))) for rows in (posts, people, units, *prices)),
        "Pasangan dan nilai dalam batas": lambda: all(0 <= p < len(posts) and 0 <= c < len(people) and 0 <= s <= most for p, c, s in edges),
        "Pemangku sesuai home": lambda: all(people[p[5]][5] == p[0] for p in posts if p[5] >= 0) and all(posts[c[5]][5] == c[0] for c in people if c[5] >= 0),
        "Tidak ada pasangan ganda": lambda: len(weight) == len(edges),
        "Pasangan rencana terdaftar": lambda: all(pair in weight for pair in plan),
        "Tidak ada yang dipakai dua kali": lambda: len(seated) == len(filled) == len(plan),
        "Setiap pemangku mendapat jabatan": lambda: all(c in seated for c, *_, home, _ in people if home >= 0),
        "Harga menutup setiap pasangan": lambda: all(reach[pair] >= w for pair, w in weight.items()),
        "Tanda harga": lambda: all(x >= 0 for x in leave + v) and all(x >= 0 for c, x in enumerate(u) if people[c][5] < 0),
        "Nilai rencana = objective": lambda: value == int(head["objective"]),
    }
    checks |= {
        "Batas keluar setiap unit dipatuhi": lambda: all(went.count(unit) <= most for unit, most in units),
        "Batas atas dan selisih": lambda: bound == int(head["bound"]) and bound - value == int(head["gap"]),
    } if capped else {
        "Harga tepat pada pasangan terpilih": lambda: all(reach.get(pair) == weight.get(pair) for pair in plan),
        "Harga nol bila tidak terpasang": lambda: all(c in seated or x == 0 for c, x in enumerate(u)) and all(p in filled or x == 0 for p, x in enumerate(v)),
        "Jumlah harga = jumlah bobot": lambda: sum(u) + sum(v) == value,
    }
    answers = [(name, check()) for name, check in checks.items()]
    print("\n".join(("lulus  " if passed else "GAGAL  ") + name for name, passed in answers))
    over = sum(went.count(unit) > most for unit, most in units)
    if over and not capped:
        print(f"PERHATIAN  Batas keluar unit tidak diperiksa: sertifikat ini tidak memuat batas. {over} unit melewati max_out.")
    if capped:
        print(f"PERHATIAN  Rencana ini memakai batas keluar unit: terbukti paling banyak {bound - value} di bawah yang terbaik.")
    return all(passed for _, passed in answers)

try:
    sys.exit(0 if main(*sys.argv[1:3]) else 1)
except (ArithmeticError, AssertionError, LookupError, OSError, TypeError, ValueError) as wrong:
    sys.exit(f"GAGAL  Berkas tidak terbaca: {wrong!r}")

"""Hostile text files."""
import random

HEAD = "Địa phương,Chỉ tiêu,Năm,Số đạt,Tổng số\n"
GOOD = HEAD + "".join(f"Xã An Bình,Tỷ lệ lao động qua đào tạo,{year},{1000 + year},5000\n" for year in range(2018, 2025))


def text_cases():
    """(name, allowed exits, bytes)."""
    good = GOOD.encode()
    yield "text-empty", (65,), b""
    yield "text-bom-only", (65,), b"\xef\xbb\xbf"
    yield "text-bom-utf16-only", (65,), b"\xff\xfe"
    yield "text-one-byte", (65,), b"a"
    yield "text-line-100mb", (65,), b"a" * 100_000_000
    yield "text-line-60mb", (65,), b"a" * 60_000_000
    yield "text-line-vietnamese-60mb", (65,), "Xã Năm ".encode() * 6_000_000
    yield "text-line-vietnamese-no-blank-30mb", (65,), "ấ".encode() * 10_000_000
    yield "text-line-latin-30mb", (65,), b"\xe1\xe9 " * 10_000_000
    yield "text-fields-latin", (65,), b"\xe1\xe9\xf0\xfd,\n" * 5_000_000
    yield "text-marks-30mb", (65,), "\u0301".encode() * 15_000_000
    yield "text-quotes-50mb", (65,), b'"' * 50_000_001
    yield "text-quoted-50mb", (65,), good + b'"' + b"a\n" * 25_000_000
    yield "text-quote-lines", (65,), good + b'"a"b,c\n' * 3_000_000
    yield "text-delimiters-10000000", (65,), b"," * 10_000_000
    yield "text-delimiters-lines", (65,), good + b"1,2\n" * 8_000_000
    yield "text-delimiters-after-heads", (0, 65), good + b"," * 10_000_000
    yield "text-line-ends-30mb", (65,), b"\n" * 30_000_000
    yield "text-nul", (65,), good.replace(b"An", b"A\0")
    yield "text-zeros-60mb", (65,), b"\0" * 60_000_000
    yield "text-mixed-line-ends", (0, 65), good.replace(b"\n", b"\r\n", 2).replace(b"\n", b"\r", 3) + b"\r\r\n\n\r"
    rng = random.Random(5)
    garbage = b"".join(bytes(rng.choices(b"abc,;\t\"19%. \xc4\x90", k=rng.randrange(1, 60))) + b"\n" for _ in range(20_000))
    yield "text-garbage-1000000", (65,), garbage * 50
    words = "".join(",".join(rng.choices(["Xã", "Năm", "2020", "5", "Tỷ lệ", "Tổng số", "x", "", "1.234", "53,1"], k=5)) + "\n"
                    for _ in range(20_000)).encode()
    yield "text-words-400000", (0, 65), words * 20
    yield "text-random-20mb", (65,), rng.randbytes(20_000_000)
    yield "text-utf16-odd", (65,), b"\xff\xfe" + GOOD.encode("utf-16-le") + b"x"
    yield "text-utf16-surrogates", (65,), b"\xff\xfe" + b"\x00\xd8" * 10_000_000
    yield "text-utf16-60mb", (65,), b"\xff\xfe" + b"a\0" * 30_000_000
    yield "text-utf8-surrogates", (65,), good + b"\xed\xa0\x80" * 100
    yield "text-utf8-cut", (65,), good + b"\xe1\xbb"
    yield "text-utf7", (65,), GOOD.encode("utf-7")
    yield "text-utf32", (65,), GOOD.encode("utf-32")
    yield "text-long-place", (0, 65), (HEAD + "ấ b" * 3_000_000 + ",Tỷ lệ lao động qua đào tạo,2020,5,10\n").encode()
    yield "text-long-number", (0, 65), (HEAD + "Xã An Bình,Tỷ lệ lao động qua đào tạo,2020," + "1" * 10_000_000 + ",10\n").encode()
    yield "text-long-year", (0, 65), (HEAD + "Xã An Bình,Tỷ lệ lao động qua đào tạo," + "2" * 10_000_000 + ",5,10\n").encode()
    yield "text-long-heading", (0, 65), (HEAD.replace("Năm", "Năm " * 2_000_000) + "a,b,2020,5,10\n").encode()
    yield "text-columns-1000000", (0, 65), (",".join(["Năm", "2020", "Tỷ lệ (%)"] * 300_000) + "\n" + ",".join(["5"] * 900_000)).encode()
    yield "text-rows-1000000-figures", (0, 65), (HEAD + "".join(
        f"Xã {i},Tỷ lệ lao động qua đào tạo,{2000 + i % 25},5,10\n" for i in range(1_000_000))).encode()
    yield "text-rows-300000-bad", (65,), (HEAD + "".join(
        f"Xã {i},Tỷ lệ lao động qua đào tạo,{2000 + i % 25},x{i},\n" for i in range(300_000))).encode()
    yield "text-rows-300000-short", (65,), (HEAD + "".join(f"Xã {i},b,{i},5\n" for i in range(300_000))).encode()
    yield "text-rows-300000-indicators", (0, 65), (HEAD + "".join(
        f"Xã An Bình,Tỷ lệ lao động thứ {i},2020,5,10\n" for i in range(300_000))).encode()
    yield "text-rows-500000-text", (65,), "".join(f"Dòng chữ thứ {i}, không có số\n" for i in range(500_000)).encode()
    yield "text-rows-300000-same", (0, 65), (HEAD + "Xã An Bình,Tỷ lệ lao động qua đào tạo,2020,5,10\n" * 300_000).encode()
    yield "text-rows-300000-differing", (65,), (HEAD + "".join(
        f"Xã An Bình,Tỷ lệ lao động qua đào tạo,2020,{i},900000\n" for i in range(300_000))).encode()
    yield "text-numbers", (0, 65), (HEAD + "".join(
        f'Xã An Bình,Tỷ lệ lao động qua đào tạo,{2000 + i},"{n}","{n}"\n' for i, n in enumerate(
            ["1e308", "NaN", "inf", "-1", "9" * 18, "9" * 19, "0" * 40, "9223372036854775807", "1" * 400, "٣", "½", "²",
             "1.2.3", "1,2,3", "..", "--5", "5-", "5%%", "%", "−5", "0x5"]))).encode()
    yield "text-html", (65,), b"<html>" + b"<table>" * 1_000_000
    yield "text-xml", (65,), b"<?xml version='1.0'?>" + b"<a>" * 1_000_000
    yield "text-yaml-bomb", (65,), b"a: &a [x,x]\n" + b"".join(b"b%d: &b [*a,*a]\n" % i for i in range(10_000))
    yield "text-escape-sequences", (0, 65), GOOD.replace("Xã An Bình", "\x1b[31mXã\u202e\u0007").encode()

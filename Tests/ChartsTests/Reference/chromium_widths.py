"""Measures texts in Liberation Serif with headless Chromium and writes chromium_widths.csv.

    python3 chromium_widths.py

Needs `chromium` and the package fonts-liberation2. Widths are those of canvas measureText at 100 px.
"""

import csv
import html
import json
import pathlib
import re
import subprocess
import tempfile

VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
CONSONANTS = "bcdđghklmnpqrstvx"

TEXTS = (
    # Every letter of the language, small and capital, and those of foreign names.
    [VOWELS[i : i + 12] for i in range(0, len(VOWELS), 12)]
    + [VOWELS.upper()[i : i + 12] for i in range(0, len(VOWELS), 12)]
    + [CONSONANTS, CONSONANTS.upper(), "fjwz", "FJWZ"]
    + [
        "0123456789",
        "12.345,67%",
        "−1,5 +2,0 ±0,3 ≥ 60% ≤ 95% <5 >95",
        ".,:;!?()[]/–-…",
        "“Cộng đồng học tập”",
        "2021–2025",
        "(8 trong 10)",
        "1.460 / 21.733",
        "● chính thức; ○ sơ bộ",
        "▲ từ năm này",
        "Mức độ 1: 60%",
        "Mức độ 2: 80%",
        "Mức kế hoạch 3: 75%",
        "Mức kế hoạch 3: mức kế hoạch nội bộ, không phải mức của Thông tư 25/2023.",
        "Số liệu minh họa.",
        "SỐ LIỆU MINH HỌA",
        "Nguồn: Tổng cục Thống kê (nay là Cục Thống kê), cơ sở dữ liệu trực tuyến.",
        "dự báo 91,3%",
        "8 trong 10 khả năng",
        "5 trong 10 khả năng",
        "năm đạt, có thể sau 2030",
        "gián đoạn",
        "chưa",
        "Phòng Văn hóa – Xã hội",
        "Hội Khuyến học",
        "Trung tâm Dịch vụ sự nghiệp công",
        "Ủy ban Mặt trận Tổ quốc Việt Nam",
        "Trung tâm Học tập cộng đồng",
        "Phòng làm việc của trung tâm học tập cộng đồng",
        "Thư viện ứng dụng CNTT, chuyển đổi số",
        "Hoạt động của trung tâm văn hóa, thể thao",
        "Công dân học tập",
        "Gia đình học tập",
        "Dòng họ học tập",
        "Đơn vị học tập",
        "Qua đào tạo chuyên môn kỹ thuật",
        "Đại học trở lên",
        "Phổ cập giáo dục trung học cơ sở",
        "Xóa mù chữ mức độ 2",
        "Xã Kiến Hưng",
        "Thành phố Hồ Chí Minh",
        "Thừa Thiên Huế",
        "Bà Rịa – Vũng Tàu",
        "Đắk Lắk, Đắk Nông, Krông Pắc",
        "Ngũ Hành Sơn",
        "Nguyễn Thị Thuỳ Dương",
        "Quỹ khuyến học của xã",
        "Nhân khẩu thường trú từ 15 tuổi trở lên",
        "thiếu 14,7 điểm %; nhịp cần có 14,7 điểm/năm, nhịp đã qua 5,6",
        "The chance in 2030 is 81%; bound most by 5.2b",
        "Learning citizens: 65.3% in 2025, the threshold of 60% is met",
        "→",
    ]
)

PAGE = """<!doctype html><meta charset="utf-8"><pre id="out"></pre><script>
const pen = document.createElement("canvas").getContext("2d");
const rows = %s.flatMap(text => ["normal", "bold"].map(weight => {
  pen.font = weight + " 100px 'Liberation Serif'";
  return [text, weight, pen.measureText(text).width];
}));
document.getElementById("out").textContent = JSON.stringify(rows);
</script>"""

with tempfile.TemporaryDirectory() as folder:
    page = pathlib.Path(folder, "widths.html")
    page.write_text(PAGE % json.dumps(list(dict.fromkeys(TEXTS)), ensure_ascii=False), "utf-8")
    dump = subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", page.as_uri()],
        capture_output=True, check=True, text=True,
    ).stdout
rows = json.loads(html.unescape(re.search(r'<pre id="out">(.*?)</pre>', dump, re.S).group(1)))
target = pathlib.Path(__file__).with_name("chromium_widths.csv")
with target.open("w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
    writer.writerow(["text", "weight", "width"])
    writer.writerows([text, weight, f"{width:.3f}"] for text, weight, width in rows)
print(len(rows), "widths")

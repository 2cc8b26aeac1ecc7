import Testing

@testable import SandboxAudit

@Suite("Times in audit records")
struct TimestampTests {
  @Test(
    "a known moment is written as the calendar has it",
    arguments: [
      (0, "1970-01-01T00:00:00.000000Z"), (1, "1970-01-01T00:00:01.000000Z"),
      (86_399, "1970-01-01T23:59:59.000000Z"), (86_400, "1970-01-02T00:00:00.000000Z"),
      (68_169_600, "1972-02-29T00:00:00.000000Z"), (68_256_000, "1972-03-01T00:00:00.000000Z"),
      (951_782_400, "2000-02-29T00:00:00.000000Z"), (951_868_799, "2000-02-29T23:59:59.000000Z"),
      (951_868_800, "2000-03-01T00:00:00.000000Z"), (978_307_199, "2000-12-31T23:59:59.000000Z"),
      (1_709_164_800, "2024-02-29T00:00:00.000000Z"), (1_735_689_599, "2024-12-31T23:59:59.000000Z"),
      (1_735_689_600, "2025-01-01T00:00:00.000000Z"), (1_740_787_200, "2025-03-01T00:00:00.000000Z"),
      (2_147_483_647, "2038-01-19T03:14:07.000000Z"), (2_147_483_648, "2038-01-19T03:14:08.000000Z"),
      (4_107_542_399, "2100-02-28T23:59:59.000000Z"), (4_107_542_400, "2100-03-01T00:00:00.000000Z"),
      (4_133_980_799, "2100-12-31T23:59:59.000000Z"),
    ] as [(Int64, String)])
  func moments(seconds: Int64, text: String) {
    #expect(Timestamp.text(seconds * 1_000_000_000) == text)
  }

  @Test("a part of a second is cut to microseconds and never rounded up into the next second")
  func fractions() {
    #expect(Timestamp.text(999) == "1970-01-01T00:00:00.000000Z")
    #expect(Timestamp.text(1000) == "1970-01-01T00:00:00.000001Z")
    #expect(Timestamp.text(999_999_999) == "1970-01-01T00:00:00.999999Z")
  }

  @Test("the last moment that the clock can hold is written")
  func last() {
    #expect(Timestamp.text(.max) == "2262-04-11T23:47:16.854775Z")
  }

  @Test("each day until the clock ends comes after the one before")
  func days() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var (year, month, day) = (1970, 1, 1)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    for number in Int64(0)..<106_751 {
      let date = Timestamp.text(number * 86_400_000_000_000).prefix(10)
      guard date.utf8.elementsEqual("\(year)-\(two(month))-\(two(day))".utf8) else {
        Issue.record("day \(number) is \(date), not \(year)-\(month)-\(day)")
        return
      }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      day += 1
      if day > lengths[month - 1] + (isLeap && month == 2 ? 1 : 0) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }
}

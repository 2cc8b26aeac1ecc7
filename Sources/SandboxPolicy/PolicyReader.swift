/// Takes the fields of a policy, never beyond its end.
struct PolicyReader {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int

  init(_ bytes: [UInt8]) { self.init(bytes, 0, bytes.count) }

  private init(_ bytes: [UInt8], _ index: Int, _ end: Int) {
    self.bytes = bytes
    self.index = index
    self.end = end
  }

  /// The next `count` bytes.
  mutating func take(_ count: Int) throws(PolicyCodecError) -> ArraySlice<UInt8> {
    guard count <= end - index else { throw .truncated }
    defer { index += count }
    return bytes[index..<(index + count)]
  }

  mutating func integer<Value: FixedWidthInteger & UnsignedInteger>() throws(PolicyCodecError) -> Value {
    var value: Value = 0
    var shift = 0
    for byte in try take(Value.bitWidth / 8) {
      value |= Value(truncatingIfNeeded: byte) << shift
      shift += 8
    }
    return value
  }

  mutating func signed() throws(PolicyCodecError) -> Int64 { Int64(bitPattern: try integer()) }

  mutating func bool() throws(PolicyCodecError) -> Bool {
    let value: UInt8 = try integer()
    guard value <= 1 else { throw .tag(kind: "yes or no", value: UInt64(value)) }
    return value == 1
  }

  /// A length or a number of elements, each of which takes a byte at least: no more than what is left.
  mutating func count() throws(PolicyCodecError) -> Int {
    let value: UInt32 = try integer()
    guard value <= UInt32(clamping: end - index) else { throw .truncated }
    return Int(value)
  }

  /// A text as the bytes that it has, for comparing.
  mutating func textBytes() throws(PolicyCodecError) -> ArraySlice<UInt8> { try take(try count()) }

  mutating func text() throws(PolicyCodecError) -> String {
    guard let text = UTF8Scalar.text(try textBytes()) else { throw .notText }
    return text
  }

  mutating func value<Value: PolicyCoded>() throws(PolicyCodecError) -> Value { try Value(from: &self) }

  mutating func list<Value: PolicyCoded>() throws(PolicyCodecError) -> [Value] {
    var values: [Value] = []
    for _ in 0..<(try count()) { values.append(try value()) }
    return values
  }

  mutating func optional<Value: PolicyCoded>() throws(PolicyCodecError) -> Value? {
    try bool() ? try value() : nil
  }

  /// One of the raw values of `Value`.
  mutating func choice<Value: RawRepresentable>(_ kind: String) throws(PolicyCodecError) -> Value
  where Value.RawValue == UInt8 {
    let raw: UInt8 = try integer()
    guard let value = Value(rawValue: raw) else { throw .tag(kind: kind, value: UInt64(raw)) }
    return value
  }

  /// A reader of a part that has its length in front; this one goes on behind it.
  mutating func measured() throws(PolicyCodecError) -> PolicyReader {
    let part = try take(try count())
    return PolicyReader(bytes, part.startIndex, part.endIndex)
  }

  /// Ends the reading: everything has to be taken.
  func finish() throws(PolicyCodecError) {
    guard index == end else { throw .trailing(bytes: end - index) }
  }
}

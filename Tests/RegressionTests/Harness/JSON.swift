import Foundation

/// A JSON value that a test can ask for what it expects: what is not there answers nil, and the expectation fails.
enum JSON: Decodable, Equatable, Sendable {
  case object([String: JSON])
  case array([JSON])
  case text(String)
  case number(Int)
  case real(Double)
  case flag(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let real = try? container.decode(Double.self) {
      self = .real(real)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let array = try? container.decode([JSON].self) {
      self = .array(array)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  /// The value that is the whole of `bytes`, or nothing where they are not JSON.
  init?(bytes: [UInt8]) {
    guard let value = try? JSONDecoder().decode(JSON.self, from: Data(bytes)) else { return nil }
    self = value
  }

  subscript(key: String) -> JSON? { if case .object(let members) = self { members[key] } else { nil } }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Int? { if case .number(let number) = self { number } else { nil } }
  var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  var list: [JSON]? { if case .array(let items) = self { items } else { nil } }
  var members: [String: JSON]? { if case .object(let members) = self { members } else { nil } }
  var numbers: [Int]? { list.map { items in items.compactMap { $0.number } } }
  var texts: [String]? { list.map { items in items.compactMap { $0.text } } }
}

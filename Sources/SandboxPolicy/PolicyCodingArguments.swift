// The arguments of an operation as bytes.

extension ArgumentDeclaration: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.text(name)
    writer.value(type)
    writer.bool(isOptional)
    writer.optional(defaultValue)
    writer.bool(isSecret)
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self.init(
      name: try reader.text(), type: try reader.value(), isOptional: try reader.bool(),
      defaultValue: try reader.optional(), isSecret: try reader.bool())
  }
}

/// The first byte of a type; numbers are never given to another type.
private enum TypeTag: UInt8 {
  case interface = 1
  case integer, oneOf, text, path, address, network, mac, port, hostname, uuid, size, duration, signal, user, group
  case process, flag, list
}

extension ArgumentType: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.integer(tag.rawValue)
    switch self {
    case .interface, .address, .network, .mac, .port, .hostname, .uuid, .size, .duration, .signal, .user, .group: break
    case .integer(let min, let max):
      writer.integer(min)
      writer.integer(max)
    case .oneOf(let words): writer.list(words)
    case .text(let max, let pattern, let leadingDash):
      writer.count(max)
      writer.optional(pattern)
      writer.bool(leadingDash)
    case .path(let rule): writer.value(rule)
    case .process(let executable): writer.text(executable)
    case .flag(let text): writer.text(text)
    case .list(of: let item, let max):
      writer.value(item)
      writer.count(max)
    }
  }

  private var tag: TypeTag {
    switch self {
    case .interface: .interface
    case .integer: .integer
    case .oneOf: .oneOf
    case .text: .text
    case .path: .path
    case .address: .address
    case .network: .network
    case .mac: .mac
    case .port: .port
    case .hostname: .hostname
    case .uuid: .uuid
    case .size: .size
    case .duration: .duration
    case .signal: .signal
    case .user: .user
    case .group: .group
    case .process: .process
    case .flag: .flag
    case .list: .list
    }
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self = try Self.read(from: &reader, mayBeList: true)
  }

  /// A list holds single values: types within types within types would have no end.
  private static func read(
    from reader: inout PolicyReader, mayBeList: Bool
  ) throws(PolicyCodecError) -> ArgumentType {
    let tag: TypeTag = try reader.choice("argument type")
    switch tag {
    case .interface: return .interface
    case .integer: return .integer(min: try reader.signed(), max: try reader.signed())
    case .oneOf: return .oneOf(try reader.list())
    case .text:
      return .text(
        max: Int(try reader.integer() as UInt32), pattern: try reader.optional(), leadingDash: try reader.bool())
    case .path: return .path(try reader.value())
    case .address: return .address
    case .network: return .network
    case .mac: return .mac
    case .port: return .port
    case .hostname: return .hostname
    case .uuid: return .uuid
    case .size: return .size
    case .duration: return .duration
    case .signal: return .signal
    case .user: return .user
    case .group: return .group
    case .process: return .process(executable: try reader.text())
    case .flag where mayBeList: return .flag(text: try reader.text())
    case .list where mayBeList:
      let item = try read(from: &reader, mayBeList: false)
      return .list(of: item, max: Int(try reader.integer() as UInt32))
    case .flag, .list: throw .tag(kind: "type of a list's items", value: UInt64(tag.rawValue))
    }
  }
}

extension Pattern: PolicyCoded {
  func write(to writer: inout PolicyWriter) { writer.text(source) }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    let source = try reader.text()
    do throws(PatternError) { try self.init(source) } catch { throw .pattern(error) }
  }
}

extension PathRule: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.text(under)
    writer.integer(kind.rawValue)
    writer.integer(existence.rawValue)
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self.init(
      under: try reader.text(), kind: try reader.choice("kind of file"),
      existence: try reader.choice("state of a file"))
  }
}

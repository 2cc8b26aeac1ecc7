// Templates, files and the view of them as bytes.

extension Template: PolicyCoded {
  func write(to writer: inout PolicyWriter) { writer.list(parts) }
  init(from reader: inout PolicyReader) throws(PolicyCodecError) { self.init(parts: try reader.list()) }
}

extension Template.Part: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    switch self {
    case .literal(let text):
      writer.integer(0 as UInt8)
      writer.text(text)
    case .argument(let name):
      writer.integer(1 as UInt8)
      writer.text(name)
    }
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    let tag: UInt8 = try reader.integer()
    switch tag {
    case 0: self = .literal(try reader.text())
    case 1: self = .argument(try reader.text())
    default: throw .tag(kind: "part of a template", value: UInt64(tag))
    }
  }
}

extension NamedTemplate: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.text(name)
    writer.value(template)
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self.init(name: try reader.text(), template: try reader.value())
  }
}

extension EnvironmentVariable: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.text(name)
    writer.value(value)
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self.init(name: try reader.text(), value: try reader.value())
  }
}

extension FileView: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.list(grants)
    writer.list(links)
    writer.list(temporary)
    writer.list(propagate)
    writer.list(devices)
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self.init()
    grants = try reader.list()
    links = try reader.list()
    temporary = try reader.list()
    propagate = try reader.list()
    devices = try reader.list()
  }
}

extension FileGrant: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.integer(access.rawValue)
    writer.value(path)
    writer.value(origin)
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self.init(access: try reader.choice("access"), path: try reader.value(), origin: try reader.value())
  }
}

extension FileGrant.Origin: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    switch self {
    case .profile: writer.integer(0 as UInt8)
    case .closure(let source, let identity):
      writer.integer(1 as UInt8)
      writer.text(source)
      writer.value(identity)
    }
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    let tag: UInt8 = try reader.integer()
    switch tag {
    case 0: self = .profile
    case 1: self = .closure(source: try reader.text(), identity: try reader.value())
    default: throw .tag(kind: "origin of a file", value: UInt64(tag))
    }
  }
}

extension FileIdentity: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.integer(device)
    writer.integer(inode)
    writer.integer(size)
    writer.integer(modified)
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self.init(
      device: try reader.integer(), inode: try reader.integer(), size: try reader.signed(),
      modified: try reader.signed())
  }
}

extension SourceFile: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.text(path)
    writer.value(identity)
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self.init(path: try reader.text(), identity: try reader.value())
  }
}

extension SymbolicLink: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.text(path)
    writer.text(target)
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self.init(path: try reader.text(), target: try reader.text())
  }
}

extension TemporaryDirectory: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.text(path)
    writer.integer(size)
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self.init(path: try reader.text(), size: try reader.integer())
  }
}

// An operation as bytes.

extension OperationPolicy: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.text(name)
    writer.text(summary)
    writer.value(entrypoint)
    writer.value(filter)
    writer.list(callers)
    writer.list(arguments)
    writer.value(input)
    writer.integer(output.rawValue)
    writer.list(environment)
    writer.value(directory)
    writer.value(identity)
    writer.integer(capabilities.rawValue)
    writer.value(network)
    writer.integer(shared.rawValue)
    writer.value(files)
    writer.integer(proc.rawValue)
    writer.value(limits)
    writer.integer(timeout)
    writer.list(success)
    writer.bool(hasInit)
    writer.optional(missingCommand)
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self.init(
      name: try reader.text(), summary: try reader.text(), entrypoint: try reader.value(), filter: try reader.value())
    callers = try reader.list()
    arguments = try reader.list()
    input = try reader.value()
    output = try reader.choice("place for output")
    environment = try reader.list()
    directory = try reader.value()
    identity = try reader.value()
    capabilities = CapabilitySet(rawValue: try reader.integer())
    network = try reader.value()
    shared = try reader.namespaces()
    files = try reader.value()
    proc = try reader.choice("kind of /proc")
    limits = try reader.value()
    timeout = try reader.integer()
    success = try reader.list()
    hasInit = try reader.bool()
    missingCommand = try reader.optional()
  }
}

extension PolicyReader {
  /// A set of namespaces; a bit without a meaning could be a namespace that the writer meant to share.
  fileprivate mutating func namespaces() throws(PolicyCodecError) -> SharedNamespaces {
    let set = SharedNamespaces(rawValue: try integer())
    let known = SharedNamespaces(SharedNamespaces.words.map(\.namespace))
    guard set.isSubset(of: known) else { throw .tag(kind: "set of namespaces", value: UInt64(set.rawValue)) }
    return set
  }
}

extension SeccompFilter: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.count(bytes.count)
    writer.bytes += bytes
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    let bytes = try reader.textBytes()
    guard let filter = SeccompFilter(bytes: Array(bytes)) else { throw .filter(bytes: bytes.count) }
    self = filter
  }
}

extension CallerRule: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    switch self {
    case .any: writer.integer(0 as UInt8)
    case .user(let uid):
      writer.integer(1 as UInt8)
      writer.integer(uid)
    case .group(let gid):
      writer.integer(2 as UInt8)
      writer.integer(gid)
    }
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    let tag: UInt8 = try reader.integer()
    switch tag {
    case 0: self = .any
    case 1: self = .user(try reader.integer())
    case 2: self = .group(try reader.integer())
    default: throw .tag(kind: "rule for callers", value: UInt64(tag))
    }
  }
}

extension Entrypoint: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    switch self {
    case .command(let arguments):
      writer.integer(0 as UInt8)
      writer.list(arguments)
    case .function(let name, let helper, let input):
      writer.integer(1 as UInt8)
      writer.text(name)
      writer.optional(helper)
      writer.list(input)
    }
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    let tag: UInt8 = try reader.integer()
    switch tag {
    case 0: self = .command(arguments: try reader.list())
    case 1: self = .function(name: try reader.text(), helper: try reader.optional(), input: try reader.list())
    default: throw .tag(kind: "entrypoint", value: UInt64(tag))
    }
  }
}

extension InputSource: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    switch self {
    case .none: writer.integer(0 as UInt8)
    case .caller: writer.integer(1 as UInt8)
    case .text(let text):
      writer.integer(2 as UInt8)
      writer.value(text)
    }
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    let tag: UInt8 = try reader.integer()
    switch tag {
    case 0: self = .none
    case 1: self = .caller
    case 2: self = .text(try reader.value())
    default: throw .tag(kind: "source of input", value: UInt64(tag))
    }
  }
}

extension NetworkView: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    switch self {
    case .none: writer.integer(0 as UInt8)
    case .loopback: writer.integer(1 as UInt8)
    case .host: writer.integer(2 as UInt8)
    case .named(let path):
      writer.integer(3 as UInt8)
      writer.value(path)
    }
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    let tag: UInt8 = try reader.integer()
    switch tag {
    case 0: self = .none
    case 1: self = .loopback
    case 2: self = .host
    case 3: self = .named(try reader.value())
    default: throw .tag(kind: "network", value: UInt64(tag))
    }
  }
}

extension Identity: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.optional(user)
    writer.optional(group)
    writer.list(groups)
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self.init(user: try reader.optional(), group: try reader.optional(), groups: try reader.list())
  }
}

extension MissingCommand: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.text(command)
    writer.optional(need)
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self.init(command: try reader.text(), need: try reader.optional())
  }
}

extension Limits: PolicyCoded {
  func write(to writer: inout PolicyWriter) {
    writer.integer(memory)
    writer.integer(processes)
    writer.integer(openFiles)
    writer.integer(fileSize)
    writer.integer(cpuTime)
    writer.integer(output)
  }

  init(from reader: inout PolicyReader) throws(PolicyCodecError) {
    self.init()
    memory = try reader.integer()
    processes = try reader.integer()
    openFiles = try reader.integer()
    fileSize = try reader.integer()
    cpuTime = try reader.integer()
    output = try reader.integer()
  }
}

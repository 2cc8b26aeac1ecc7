internal import SandboxPolicy

/// What a program or library asks of the dynamic loader, read from its ELF headers (elf(5)); 64-bit, little-endian.
///
/// Every offset and size in the file is checked before it is used: a damaged file is an error, never a crash.
struct ELFFile: Equatable {
  /// Why a file is not a program for these machines.
  enum Fault: Error, Equatable {
    /// It does not begin with the ELF magic.
    case notELF
    /// It is for 32-bit or big-endian machines, or not a program or library.
    case foreign
    /// It ends too early, or a header points outside it.
    case damaged
  }

  /// The machine that it is for; nothing for one that we don't know.
  let architecture: Architecture?
  /// The loader, `PT_INTERP`; nothing for a static program or a library.
  let interpreter: String?
  /// The libraries that it needs, `DT_NEEDED`, in order.
  let needed: [String]
  /// Directories for its own and its libraries' libraries, `DT_RPATH`; the older way.
  let inheritedPath: [String]
  /// Directories for its own libraries, `DT_RUNPATH`; the other is ignored where there is this.
  let runPath: [String]

  /// The most entries of a table that are looked at.
  private static let mostEntries = 4096

  /// Reads the headers of a file.
  init(_ file: LittleEndianBytes) throws(Fault) {
    guard file.word(0) == 0x464C_457F else { throw .notELF }
    guard file.double(56) != nil else { throw .damaged }
    // EI_CLASS and EI_DATA, 64-bit and little-endian; then ET_EXEC or ET_DYN.
    guard file.half(4) == 0x0102, let type = file.half(16), type == 2 || type == 3 else { throw .foreign }
    switch file.half(18) {
    case 62: architecture = .x86_64
    case 183: architecture = .aarch64
    default: architecture = nil
    }
    let segments = try Self.segments(file)
    interpreter = try segments.first { $0.type == 3 }.map { segment throws(Fault) in
      try file.string(at: segment.offset, within: segment.size)
    }
    guard let dynamic = segments.first(where: { $0.type == 2 }) else {
      (needed, inheritedPath, runPath) = ([], [], [])
      return
    }
    let entries = try Self.dynamicEntries(file, dynamic)
    guard let table = entries.first(where: { $0.tag == 5 })?.value else {
      (needed, inheritedPath, runPath) = ([], [], [])
      return
    }
    // DT_STRTAB is an address; the segment that is loaded there says where in the file it is.
    guard
      let load = segments.first(where: { $0.type == 1 && table >= $0.address && table - $0.address < $0.size })
    else { throw .damaged }
    let (strings, overflow) = load.offset.addingReportingOverflow(table - load.address)
    guard !overflow else { throw .damaged }
    let room = load.size - (table - load.address)
    func text(_ offset: UInt64) throws(Fault) -> String {
      guard offset < room else { throw .damaged }
      return try file.string(at: strings + offset, within: room - offset)
    }
    var needed: [String] = []
    var paths: (inherited: [String], run: [String]) = ([], [])
    for entry in entries {
      switch entry.tag {
      case 1: needed.append(try text(entry.value))
      case 15: paths.inherited += Self.directories(try text(entry.value))
      case 29: paths.run += Self.directories(try text(entry.value))
      default: break
      }
    }
    self.needed = needed
    (inheritedPath, runPath) = paths
  }

  private struct Segment {
    var type: UInt32
    var offset: UInt64
    var address: UInt64
    var size: UInt64
  }

  private static func segments(_ file: LittleEndianBytes) throws(Fault) -> [Segment] {
    guard let start = file.double(32), let size = file.half(54), let count = file.half(56), size >= 56 || count == 0
    else { throw .damaged }
    var segments: [Segment] = []
    for index in 0..<min(UInt64(count), UInt64(mostEntries)) {
      let (offset, overflow) = start.addingReportingOverflow(index * UInt64(size))
      guard !overflow, let type = file.word(offset), let place = file.double(offset &+ 8),
        let address = file.double(offset &+ 16), let length = file.double(offset &+ 32)
      else { throw .damaged }
      segments.append(Segment(type: type, offset: place, address: address, size: length))
    }
    return segments
  }

  private static func dynamicEntries(
    _ file: LittleEndianBytes, _ segment: Segment
  ) throws(Fault) -> [(tag: UInt64, value: UInt64)] {
    var entries: [(tag: UInt64, value: UInt64)] = []
    for index in 0..<min(segment.size / 16, UInt64(mostEntries)) {
      let (offset, overflow) = segment.offset.addingReportingOverflow(index * 16)
      guard !overflow, let tag = file.double(offset), let value = file.double(offset &+ 8) else { throw .damaged }
      if tag == 0 { break }
      entries.append((tag, value))
    }
    return entries
  }

  private static func directories(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: ":")).map { String(decoding: $0, as: UTF8.self) }
  }
}

internal import SandboxPolicy

/// glibc's `/etc/ld.so.cache`: where libraries are that lie in no built-in directory.
struct LoaderCache {
  /// Where the cache is.
  static let path = "/etc/ld.so.cache"

  /// Paths by library name, in the cache's order.
  private var paths: [[UInt8]: [String]] = [:]

  /// Reads the new format, alone or behind the old one; anything else is an empty cache.
  init(_ bytes: [UInt8], architecture: Architecture) {
    let file = LittleEndianBytes(bytes)
    guard let start = Self.start(bytes, file) else { return }
    // struct cache_file_new: 20 bytes magic, count, length of strings, flags and padding up to 48.
    guard let count = file.word(start + 20) else { return }
    // The word in the flags that says which machine an entry is for: FLAG_ELF_LIBC6 with x86-64 or AArch64.
    let wanted: UInt32 = architecture == .x86_64 ? 0x0303 : 0x0A03
    for index in 0..<UInt64(min(count, 1 << 16)) {
      let entry = start + 48 + index * 24
      guard let flags = file.word(entry), let key = file.word(entry + 4), let value = file.word(entry + 8),
        let capabilities = file.double(entry + 16)
      else { return }
      // An entry for special processors is a second choice of the same library.
      guard flags == wanted, capabilities == 0,
        let name = try? file.string(at: start + UInt64(key), within: 4096),
        let path = try? file.string(at: start + UInt64(value), within: 4096)
      else { continue }
      paths[Array(name.utf8), default: []].append(path)
    }
  }

  /// The cache of this host.
  static func host(_ architecture: Architecture) -> LoaderCache {
    LoaderCache((try? HostFile.read(path, limit: 16 << 20)) ?? [], architecture: architecture)
  }

  /// Where the cache says that a library is.
  func candidates(_ name: String) -> [String] { paths[Array(name.utf8)] ?? [] }

  /// Where the new format begins.
  private static func start(_ bytes: [UInt8], _ file: LittleEndianBytes) -> UInt64? {
    let magic = Array("glibc-ld.so.cache1.1".utf8)
    if bytes.starts(with: magic) { return 0 }
    guard bytes.starts(with: "ld.so-1.7.0".utf8), let count = file.word(12) else { return nil }
    // struct cache_file: 11 bytes magic, count, entries of 12 bytes; the new one follows on a multiple of 8.
    let end = (16 + UInt64(count) * 12 + 7) & ~7
    guard end < UInt64(bytes.count), bytes[Int(end)...].starts(with: magic) else { return nil }
    return end
  }
}

internal import SandboxPolicy

/// Follows a dynamic loader through the libraries of one command, breadth first, as it loads them (ld.so(8)).
struct LibrarySearch {
  /// A library that an object asks for.
  struct Request {
    /// Its name, or a path.
    var name: String
    /// Which object asks, as an index.
    var parent: Int
  }

  /// A path to try.
  struct Candidate: Equatable {
    var path: String
    /// Whether the loader will look there inside, too.
    var isReliable: Bool
  }

  private struct Object {
    var directory: String?
    var file: ELFFile
    var parent: Int?
  }

  private let builtIn: [String]
  private let isMusl: Bool
  private var objects: [Object] = []
  private var queue: [Request] = []
  private var seen: Set<[UInt8]> = []
  private var libcDirectory: String?

  init(loader: String, architecture: Architecture) {
    builtIn = LoaderDirectories.builtIn(architecture, loader: loader)
    isMusl = loader.contains("ld-musl")
  }

  /// Adds the command, or a library at the path where it will be inside, and asks for what it needs.
  mutating func enter(
    _ path: String, _ real: String, _ file: ELFFile, parent: Int? = nil, isLibcDirectory: Bool = false
  ) {
    let directory = HostPath.parent(path)
    if isLibcDirectory { libcDirectory = directory }
    // The command's own $ORIGIN comes from where the file really is; a library's from the path it was loaded by.
    objects.append(Object(directory: parent == nil ? HostPath.parent(real) : directory, file: file, parent: parent))
    for name in file.needed where seen.insert(Array(name.utf8)).inserted && !isLoaderItself(name) {
      queue.append(Request(name: name, parent: objects.count - 1))
    }
  }

  /// The next library to find.
  mutating func next() -> Request? { queue.isEmpty ? nil : queue.removeFirst() }

  /// Where the loader looks, in its order.
  func candidates(_ request: Request) -> [Candidate] {
    if request.name.utf8.contains(UInt8(ascii: "/")) {
      return HostPath.isNormal(request.name) ? [Candidate(path: request.name, isReliable: true)] : []
    }
    var directories: [(path: String, isReliable: Bool)] = []
    let asking = objects[request.parent]
    if asking.file.runPath.isEmpty {
      var index: Int? = request.parent
      while let current = index {
        if objects[current].file.runPath.isEmpty { directories += expand(objects[current].file.inheritedPath, current) }
        index = objects[current].parent
      }
    }
    directories += expand(asking.file.runPath, request.parent)
    directories += builtIn.map { ($0, true) }
    return directories.map { Candidate(path: "\($0.path)/\(request.name)", isReliable: $0.isReliable) }
  }

  /// A place for a library where the loader finds it without being told: beside libc.
  func builtInPath(_ name: String) -> String {
    let file = name.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) } ?? name
    return "\(libcDirectory ?? builtIn.first { HostFile.exists($0) } ?? "/lib")/\(file)"
  }

  /// The directories with `$ORIGIN` in place; what depends on the command's own origin is not reliable.
  private func expand(_ directories: [String], _ object: Int) -> [(path: String, isReliable: Bool)] {
    directories.compactMap { text in
      guard text.utf8.contains(UInt8(ascii: "$")) else {
        return HostPath.isNormal(text) ? (text, true) : nil
      }
      guard let origin = objects[object].directory else { return nil }
      for spelling in ["$ORIGIN", "${ORIGIN}"] where text.hasPrefix(spelling) {
        let path = Self.normal(origin + text.dropFirst(spelling.count))
        return HostPath.isNormal(path) ? (path, objects[object].parent != nil) : nil
      }
      return nil
    }
  }

  /// musl's loader is its libc.
  private func isLoaderItself(_ name: String) -> Bool {
    name.hasPrefix("ld-linux") || (isMusl && (name == "libc.so" || name.hasPrefix("libc.musl-")))
  }

  private static func normal(_ path: String) -> String {
    var components: [Substring] = []
    for component in path.split(separator: "/") where component != "." {
      if component == ".." { _ = components.popLast() } else { components.append(component) }
    }
    return "/" + components.joined(separator: "/")
  }
}

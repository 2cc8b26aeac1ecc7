internal import SandboxPolicy

/// The files without which a command does not start: itself, its interpreter, its loader, its libraries.
struct CommandClosure: Equatable {
  /// One file: where it has to be inside, and which file of the host it is.
  struct File: Equatable {
    /// The path at which kernel or loader will look for it.
    var path: String
    /// The real file.
    var source: String
    /// What that file was.
    var identity: FileIdentity
  }

  /// Why a command cannot be prepared.
  struct Fault: Error, Equatable {
    /// What is wrong, with the file's path.
    var message: String
    /// What is not there, where that is all that is wrong.
    var missing: MissingCommand?
  }

  /// The command first; no path twice.
  var files: [File] = []
}

extension CommandClosure.Fault {
  /// Something is not there.
  init(missing: MissingCommand) { self.init(message: missing.description, missing: missing) }
}

/// Finds closures, each once.
final class ClosureFinder {
  private let architecture: Architecture
  private var found: [String: CommandClosure] = [:]
  private var programs: [String: ELFFile] = [:]
  private var places: [String: Place?] = [:]

  /// Where a path leads, and what is there.
  private struct Place {
    var real: String
    var identity: FileIdentity
    var mode: UInt32
  }

  /// The command that a profile names, for whose sake all the other files are looked for.
  private struct Needs {
    var command: String
    var searchPath: [String]

    /// The fault of a file that is not there.
    func missing(_ path: String) -> CommandClosure.Fault {
      let need = path.utf8.elementsEqual(command.utf8) ? nil : path
      return CommandClosure.Fault(missing: MissingCommand(command: command, need: need))
    }
  }

  private lazy var cache = LoaderCache.host(architecture)

  init(architecture: Architecture) { self.architecture = architecture }

  /// The closure of a command.
  ///
  /// - Parameters:
  ///   - command: An absolute path.
  ///   - searchPath: Directories where `#!/usr/bin/env NAME` looks for NAME.
  func closure(of command: String, searchPath: [String]) throws(CommandClosure.Fault) -> CommandClosure {
    let key = ([command] + searchPath).joined(separator: ":")
    if let known = found[key] { return known }
    var closure = CommandClosure()
    let needs = Needs(command: command, searchPath: searchPath)
    try add(command: command, needs, depth: 0, to: &closure)
    found[key] = closure
    return closure
  }

  /// The files that are there in each call of `add`; the first file of a path stays.
  private func add(
    _ path: String, _ needs: Needs, to closure: inout CommandClosure
  ) throws(CommandClosure.Fault) -> String {
    guard let place = place(path) else { throw needs.missing(path) }
    guard HostFile.isRegular(place.mode) else { throw CommandClosure.Fault(message: "\(path) is not a file") }
    if !closure.files.contains(where: { $0.path == path }) {
      closure.files.append(CommandClosure.File(path: path, source: place.real, identity: place.identity))
    }
    return place.real
  }

  private func add(
    command: String, _ needs: Needs, depth: Int, to closure: inout CommandClosure
  ) throws(CommandClosure.Fault) {
    let real = try add(command, needs, to: &closure)
    guard let place = place(command), place.mode & 0o111 != 0 else {
      throw CommandClosure.Fault(message: "\(command) is not executable")
    }
    if let line = try interpreterLine(real) {
      // As deep as the kernel goes (BINPRM_RECURSION in fs/exec.c).
      guard depth < 4 else { throw CommandClosure.Fault(message: "\(command): too many interpreters") }
      try add(command: line.interpreter, needs, depth: depth + 1, to: &closure)
      guard let name = line.environmentCommand else { return }
      guard let target = needs.searchPath.map({ "\($0)/\(name)" }).first(where: { HostFile.exists($0) }) else {
        throw needs.missing(name)
      }
      try add(command: target, needs, depth: depth + 1, to: &closure)
      return
    }
    let program = try elf(real, shownAs: command)
    guard program.architecture == architecture else {
      throw CommandClosure.Fault(message: "\(command) is a program for another machine than \(architecture)")
    }
    guard let loader = program.interpreter else { return }
    guard HostPath.isNormal(loader) else {
      throw CommandClosure.Fault(message: "\(command) asks for the loader \(DisplayName.of(loader)), which is no path")
    }
    _ = try add(loader, needs, to: &closure)
    var search = LibrarySearch(loader: loader, architecture: architecture)
    search.enter(command, real, program)
    while let request = search.next() {
      try resolve(request, &search, needs, to: &closure)
    }
  }

  private func resolve(
    _ request: LibrarySearch.Request, _ search: inout LibrarySearch, _ needs: Needs,
    to closure: inout CommandClosure
  ) throws(CommandClosure.Fault) {
    // What lies in the loader's own way is put where it is; the rest where the loader looks without a cache, because
    // inside there is neither the cache nor, for $ORIGIN of the command itself, a /proc.
    for candidate in search.candidates(request) {
      guard let library = library(candidate.path) else { continue }
      let path = candidate.isReliable ? candidate.path : search.builtInPath(request.name)
      let real = try add(candidate.path, as: path, needs, to: &closure)
      search.enter(path, real, library, parent: request.parent, isLibcDirectory: request.name.hasPrefix("libc.so"))
      return
    }
    for candidate in cache.candidates(request.name) {
      guard let library = library(candidate) else { continue }
      let path = search.builtInPath(request.name)
      let real = try add(candidate, as: path, needs, to: &closure)
      search.enter(path, real, library, parent: request.parent, isLibcDirectory: false)
      return
    }
    throw needs.missing(request.name)
  }

  private func add(
    _ host: String, as path: String, _ needs: Needs, to closure: inout CommandClosure
  ) throws(CommandClosure.Fault) -> String {
    guard let place = place(host) else { throw needs.missing(host) }
    if !closure.files.contains(where: { $0.path == path }) {
      closure.files.append(CommandClosure.File(path: path, source: place.real, identity: place.identity))
    }
    return place.real
  }

  /// Looks a path up once: the same few libraries, and the places where they aren't, come up for every command.
  private func place(_ path: String) -> Place? {
    if let known = places[path] { return known }
    var found: Place?
    if let real = HostFile.realPath(path), let status = HostFile.identity(real) {
      found = Place(real: real, identity: status.identity, mode: status.mode)
    }
    places[path] = .some(found)
    return found
  }

  /// A library for our machine; others, and what is none, the loader passes over.
  private func library(_ path: String) -> ELFFile? {
    guard let real = place(path)?.real, let library = try? elf(real, shownAs: path),
      library.architecture == architecture
    else { return nil }
    return library
  }

  private func elf(_ real: String, shownAs path: String) throws(CommandClosure.Fault) -> ELFFile {
    if let known = programs[real] { return known }
    let descriptor: Int32
    do throws(HostFile.Failure) {
      descriptor = try HostFile.open(real)
    } catch {
      throw CommandClosure.Fault(message: error.description)
    }
    defer { HostFile.close(descriptor) }
    do throws(ELFFile.Fault) {
      let program = try ELFFile(LittleEndianBytes(file: descriptor))
      programs[real] = program
      return program
    } catch {
      switch error {
      case .notELF: throw CommandClosure.Fault(message: "\(path) is neither a program nor a script")
      case .foreign: throw CommandClosure.Fault(message: "\(path) is a program for another machine")
      case .damaged: throw CommandClosure.Fault(message: "\(path) is a damaged program")
      }
    }
  }

  /// The first line of a script.
  private func interpreterLine(
    _ path: String
  ) throws(CommandClosure.Fault) -> (interpreter: String, environmentCommand: String?)? {
    let head: [UInt8]
    do throws(HostFile.Failure) {
      head = try HostFile.head(path, count: 256)
    } catch {
      throw CommandClosure.Fault(message: error.description)
    }
    guard head.starts(with: "#!".utf8) else { return nil }
    let line = head.dropFirst(2).prefix { $0 != UInt8(ascii: "\n") }
    let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t")]
    let words = line.split { blanks.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
    guard let interpreter = words.first, HostPath.isNormal(interpreter) else {
      throw CommandClosure.Fault(message: "\(path) names no interpreter by its absolute path")
    }
    let isEnvironment = interpreter.hasSuffix("/env")
    return (interpreter, isEnvironment ? words.dropFirst().first { !$0.hasPrefix("-") && !$0.contains("=") } : nil)
  }
}

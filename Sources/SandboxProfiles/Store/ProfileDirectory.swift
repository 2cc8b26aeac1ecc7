internal import CLinux
internal import LinuxSystem
internal import SandboxPolicy

/// The directory in which profiles are, one `NAME.yaml` each.
public struct ProfileDirectory: Sendable {
  /// Why a profile could not be had.
  public enum Failure: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is no profile of this name; perhaps this one was meant.
    case missing(name: String, directory: String, suggestion: String?)
    /// The directory or file cannot be read, or must not be trusted.
    case unusable(String)
    /// The profile was read and is wrong.
    case wrong(ProfileErrors)

    /// What is wrong, and where something else was perhaps meant, that.
    public var description: String {
      switch self {
      case .missing(let name, let directory, let suggestion):
        "there is no profile \(name) in \(directory)" + (suggestion.map { "; did you mean \($0)?" } ?? "")
      case .unusable(let reason): reason
      case .wrong(let errors): errors.description
      }
    }
  }

  /// The directory as the user named it.
  public let path: String
  /// Whether only files are taken that nobody but root, or the user himself, can have changed.
  public let isStrict: Bool

  /// A directory; nothing is read yet.
  public init(_ path: String, isStrict: Bool) {
    self.path = path
    self.isStrict = isStrict
  }

  /// The names of all profiles in order; files that are called otherwise are not profiles.
  public func names() throws(Failure) -> [String] {
    do throws(HostFile.Failure) {
      return try HostFile.names(in: path).compactMap { file in
        guard file.hasSuffix(Self.suffix) else { return nil }
        let name = String(file.dropLast(Self.suffix.count))
        return OperationName.isValid(name) ? name : nil
      }.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    } catch {
      throw .unusable(error.description)
    }
  }

  /// Files that look like profiles, and are none because of their names.
  public func strays() throws(Failure) -> [Diagnostic] {
    do throws(HostFile.Failure) {
      return try HostFile.names(in: path).sorted().compactMap { file in
        guard file.hasSuffix(Self.suffix), !file.hasPrefix(".") else { return nil }
        let name = String(file.dropLast(Self.suffix.count))
        guard !OperationName.isValid(name) else { return nil }
        let message = "\(DisplayName.of(name)) is not the name of a profile: \(ProfileReader.nameRule)"
        return Diagnostic(file: shown(file), position: nil, message: message)
      }
    } catch {
      throw .unusable(error.description)
    }
  }

  /// Reads and checks one profile.
  public func read(_ name: String, users: UserDatabase = .host) throws(Failure) -> Profile {
    guard OperationName.isValid(name) else {
      throw .unusable("\(DisplayName.of(name)) is not the name of a profile: \(ProfileReader.nameRule)")
    }
    let file = name + Self.suffix
    let absolute = HostPath.absolute(path)
    let descriptor = isStrict ? try openTrusted(file, in: absolute, name) : try openAny(shown(file), name)
    defer { _ = sbx_close(descriptor) }
    return try Self.read(descriptor, name: name, file: shown(file), path: absolute + "/" + file, users: users)
  }

  /// Reads and checks a profile by its file, which need not be in any directory of profiles.
  public static func read(file: String, users: UserDatabase = .host) throws(Failure) -> Profile {
    let last = file.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) } ?? file
    guard last.hasSuffix(suffix) else { throw .unusable("\(file) does not end in \(suffix)") }
    let descriptor: Int32
    do throws(HostFile.Failure) {
      descriptor = try HostFile.open(file)
    } catch {
      throw .unusable(error.description)
    }
    defer { _ = sbx_close(descriptor) }
    let name = String(last.dropLast(suffix.count))
    return try read(descriptor, name: name, file: file, path: HostPath.absolute(file), users: users)
  }

  /// Why the launcher would not use a profile, whatever it says: somebody else could have changed it.
  ///
  /// Nothing where it would, and nothing where there is no such profile.
  public func distrust(of name: String) -> String? {
    let owner = sbx_geteuid()
    let absolute = HostPath.absolute(path)
    do throws(TrustedPathError) {
      let place = try TrustedPath.openDirectory(absolute, owner: owner)
      defer { _ = sbx_close(place) }
      _ = sbx_close(try TrustedPath.openFile(in: place, at: absolute, named: name + Self.suffix, owner: owner))
      return nil
    } catch {
      return error.isAbsence ? nil : error.description
    }
  }

  private static let suffix = ".yaml"

  private func shown(_ file: String) -> String { path.hasSuffix("/") ? path + file : path + "/" + file }

  private func missing(_ name: String) -> Failure {
    let names = (try? names()) ?? []
    return .missing(name: name, directory: path, suggestion: Suggestion.closest(to: name, in: names))
  }

  private func openTrusted(_ file: String, in directory: String, _ name: String) throws(Failure) -> Int32 {
    let owner = sbx_geteuid()
    do throws(TrustedPathError) {
      let place = try TrustedPath.openDirectory(directory, owner: owner)
      defer { _ = sbx_close(place) }
      return try TrustedPath.openFile(in: place, at: directory, named: file, owner: owner)
    } catch {
      throw error.isAbsence ? missing(name) : .unusable("\(error)")
    }
  }

  private func openAny(_ file: String, _ name: String) throws(Failure) -> Int32 {
    do throws(HostFile.Failure) {
      return try HostFile.open(file)
    } catch {
      throw error.code == 2 ? missing(name) : .unusable(error.description)
    }
  }

  /// Reads an open profile once, and makes sure that it was at rest meanwhile.
  private static func read(
    _ descriptor: Int32, name: String, file: String, path: String, users: UserDatabase
  ) throws(Failure) -> Profile {
    guard let before = HostFile.identity(descriptor) else { throw .unusable("could not look at \(file)") }
    guard HostFile.isRegular(before.mode) else { throw .unusable("\(file) is not a regular file") }
    let bytes: [UInt8]
    do throws(HostFile.Failure) {
      bytes = try HostFile.read(descriptor, path: file, limit: SourceText.largest)
    } catch {
      throw .unusable(error.description)
    }
    guard let after = HostFile.identity(descriptor), after.identity == before.identity else {
      throw .unusable("\(file) changed while it was read; try again")
    }
    do throws(ProfileErrors) {
      var profile = try ProfileReader.read(bytes, name: name, file: file, users: users)
      profile.source = SourceFile(path: path, identity: before.identity)
      return profile
    } catch {
      throw .wrong(error)
    }
  }
}

internal import SandboxPolicy

/// Where dynamic loaders look for libraries when nothing else tells them.
enum LoaderDirectories {
  /// The names of Debian's multiarch directories for both architectures.
  static let triplets = ["x86_64-linux-gnu", "aarch64-linux-gnu"]

  /// The directories that are built into the loader, in its order.
  static func builtIn(_ architecture: Architecture, loader: String) -> [String] {
    if loader.contains("ld-musl") { return ["/lib", "/usr/local/lib", "/usr/lib"] }
    let triplet = architecture == .x86_64 ? triplets[0] : triplets[1]
    // Debian's glibc looks into the multiarch directories first, others into lib64.
    return ["/lib/\(triplet)", "/usr/lib/\(triplet)", "/lib64", "/usr/lib64", "/lib", "/usr/lib"]
  }
}

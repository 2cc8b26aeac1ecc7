internal import SandboxPolicy

extension ReadContext {
  func readNetwork(_ entry: SyntaxEntry) -> NetworkView {
    guard case .map = entry.value.content else {
      switch word(entry.value, "network", among: ["none", "loopback", "host"]) {
      case "loopback": return .loopback
      case "host": return .host
      default: return .none
      }
    }
    guard let keys = keys(entry.value, "network", known: ["namespace"]) else { return .none }
    guard let namespace = keys["namespace"] else {
      report(entry.value.position, "network is none, loopback, host, or { namespace: /run/netns/NAME }")
      return .none
    }
    return template(namespace.value, .network).map { .named($0) } ?? .none
  }

  func readShare(_ entry: SyntaxEntry) -> SharedNamespaces {
    var shared: SharedNamespaces = []
    let words = SharedNamespaces.words.map(\.word)
    for item in list(entry.value, "share") ?? [] {
      guard let text = text(item, "a namespace") else { continue }
      switch text {
      case "net", "network":
        report(item.position, "the network namespace is not in share; write network: host")
        continue
      case "mount", "mnt", "user":
        report(item.position, "the \(text == "user" ? "user" : "mount") namespace is never shared")
        continue
      default: break
      }
      guard let word = word(item, "namespace", among: words) else { continue }
      guard let namespace = SharedNamespaces.words.first(where: { $0.word == word })?.namespace else { continue }
      if shared.contains(namespace) { report(item.position, "\(word) is in the list already") }
      shared.formUnion(namespace)
    }
    return shared
  }

  func readProc(_ entry: SyntaxEntry) -> ProcView {
    word(entry.value, "proc", among: ["none", "own"]) == "own" ? .own : .none
  }
}

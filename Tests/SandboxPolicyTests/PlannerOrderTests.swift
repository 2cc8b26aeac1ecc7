import SandboxPolicy
import Testing

@Suite("The order of steps")
struct PlannerOrderTests {
  /// Every plan that a product of features makes; what an ordinary user is refused is left out.
  private static func plans() throws -> [Plan] {
    let identities = [Identity(), Identity(user: 0), Identity(user: 7, group: 8, groups: [9])]
    let networks: [NetworkView] = [.none, .loopback, .host, .named(try Template(parsing: "/run/netns/{name}"))]
    let shares: [SharedNamespaces] = [[], [.pid, .uts, .ipc, .time], [.cgroup]]
    let hosts = [
      PlanSamples.host(cgroups: .version1), PlanSamples.host(landlock: 0), PlanSamples.host(root: false),
      PlanSamples.host(root: false, landlock: 0),
    ]
    var plans: [Plan] = []
    for choice in 0..<32 {
      var policy = try PlanSamples.system()
      policy.arguments = [ArgumentDeclaration(name: "name", type: .hostname)]
      policy.files.grants.append(try PlanSamples.grant(.write, "/srv/{name}"))
      policy.files.grants.append(try PlanSamples.grant(.read, "/srv/{name}/in/it"))
      if choice & 1 != 0 { policy.capabilities = [.netAdmin, .sysAdmin] }
      if choice & 2 != 0 { policy.hasInit = false }
      if choice & 4 != 0 {
        policy.files.propagate = [Template(literal: "/media"), try Template(parsing: "/mnt/{name}")]
      }
      if choice & 8 != 0 {
        policy.proc = .own
        policy.files.grants.removeAll { $0.path.literal == "/proc/version" }
      }
      if choice & 16 != 0 { policy.files.grants.removeAll { $0.path.literal == "/sys" } }
      for identity in identities {
        for network in networks {
          for shared in shares {
            for host in hosts {
              policy.identity = identity
              policy.network = network
              policy.shared = shared
              if case .needsRoot? = try PlanSamples.refusal(policy, ["x"], on: host) { continue }
              plans.append(try PlanSamples.plan(policy, ["x"], on: host))
            }
          }
        }
      }
    }
    return plans
  }

  /// What comes earlier, and what all of it has to come before.
  private static let rules: [(earlier: String, later: String)] = [
    ("create-cgroup", "tie-to-launcher"), ("create-network", "tie-to-launcher"), ("clone-process", "map-identity"),
    ("map-identity", "reset-process"), ("enter-cgroup", "unshare-cgroup"), ("enter-cgroup", "start-init"),
    ("enter-cgroup", "mount-own-sys"), ("enter-network", "mount-own-sys"), ("join-network", "mount-own-sys"),
    ("join-network", "enter-root"), ("enter-network", "enter-root"), ("enter-cgroup", "enter-root"),
    ("keep-propagation", "make-mounts-private"),
    ("make-mounts-private", "mount-own-sys"), ("make-mounts-private", "mount-own-proc"),
    ("make-mounts-private", "mount-root"), ("mount-own-sys", "mount-root"), ("mount-own-proc", "mount-root"),
    ("mount-root", "bind"), ("mount-root", "propagate"), ("mount-root", "mount-temporary"),
    ("mount-root", "mount-proc"), ("mount-root", "bind-device"), ("mount-root", "make-link"), ("bind", "enter-root"),
    ("propagate", "enter-root"), ("mount-temporary", "enter-root"), ("mount-proc", "enter-root"),
    ("bind-device", "enter-root"), ("make-link", "enter-root"), ("enter-root", "seal-root"),
    ("seal-root", "start-init"), ("limit", "close-descriptors"), ("set-hostname", "set-identity"),
    ("start-init", "set-identity"), ("start-init", "lock-securebits"), ("set-identity", "unshare-user"),
    ("drop-bounding-set", "set-capabilities"), ("set-identity", "join-new-keyring"),
    ("unshare-user", "join-new-keyring"), ("set-identity", "set-capabilities"), ("unshare-user", "set-capabilities"),
    ("set-capabilities", "await-init"), ("set-identity", "change-directory"), ("await-init", "set-no-new-privileges"),
    ("set-capabilities", "set-no-new-privileges"), ("set-no-new-privileges", "restrict-files"),
    ("set-no-new-privileges", "load-filter"), ("change-directory", "restrict-files"),
    ("restrict-files", "close-descriptors"), ("close-descriptors", "load-filter"), ("load-filter", "execute"),
  ]

  @Test("whatever a policy asks for, each step stands where its reason puts it")
  func relativeOrder() throws {
    let plans = try Self.plans()
    #expect(plans.count > 1000)
    var seen: Set<String> = []
    for plan in plans {
      let names = GoldenPlan.names(plan)
      seen.formUnion(names)
      for (earlier, later) in Self.rules {
        guard let last = names.lastIndex(of: earlier), let first = names.firstIndex(of: later) else { continue }
        #expect(last < first, "\(earlier) comes after \(later):\n\(plan.text)")
      }
    }
    // A rule about a step that no plan has would never fail.
    for (earlier, later) in Self.rules {
      #expect(seen.contains(earlier) && seen.contains(later), "\(earlier), \(later)")
    }
  }

  @Test("no plan leaves out a wall")
  func walls() throws {
    let once = [
      "clone-process", "make-mounts-private", "mount-root", "enter-root", "seal-root", "join-new-keyring",
      "set-capabilities", "set-no-new-privileges", "close-descriptors", "load-filter", "execute",
    ]
    for plan in try Self.plans() {
      let names = GoldenPlan.names(plan)
      for name in once { #expect(names.filter { $0 == name }.count == 1, "\(name)\n\(plan.text)") }
      #expect(names.last == "execute")
      #expect(names.contains("drop-bounding-set"))
      let isRoot = names.contains("create-cgroup")
      #expect(names.contains("enter-cgroup") == isRoot)
      #expect(names.contains("set-identity") == isRoot)
      #expect(names.contains("map-identity") == !isRoot)
      #expect(names.contains("start-init") == names.contains("await-init"))
      #expect(names.contains("create-network") == names.contains("enter-network"))
    }
  }

  @Test("the sandbox is tied to its launcher first, and again after the last change of identity")
  func ties() throws {
    for plan in try Self.plans() {
      // These are made by others, beside the process that is tied.
      let names = GoldenPlan.names(plan).filter { !["create-cgroup", "create-network"].contains($0) }
      let clone = try #require(names.firstIndex(of: "clone-process"))
      #expect(names[clone + 1] == "tie-to-launcher")
      if !names.contains("start-init") {
        let changes = ["set-identity", "unshare-user", "set-capabilities"].compactMap { names.lastIndex(of: $0) }
        let lastChange = try #require(changes.max())
        #expect(try #require(names.lastIndex(of: "tie-to-launcher")) > lastChange, "\(plan.text)")
      }
    }
  }

  @Test("securebits are locked before an identity changes, and again in a new user namespace")
  func securebits() throws {
    for plan in try Self.plans() {
      let names = GoldenPlan.names(plan)
      let first = try #require(names.firstIndex(of: "lock-securebits"))
      if let change = names.firstIndex(of: "set-identity") { #expect(first < change) }
      if let namespace = names.firstIndex(of: "unshare-user") {
        #expect(try #require(names.lastIndex(of: "lock-securebits")) > namespace)
        #expect(try #require(names.firstIndex(of: "drop-bounding-set")) > namespace)
      }
    }
  }

  @Test("what is mounted beneath something comes after it")
  func parentsFirst() throws {
    for plan in try Self.plans() {
      let paths = plan.steps.compactMap { step -> String? in
        switch step {
        case .bind(let bind): bind.path
        case .mountTemporary(let directory): directory.path
        case .makeLink(let link): link.path
        case .propagate(let path): path
        case .mountProc: "/proc"
        default: nil
        }
      }
      #expect(Set(paths).count == paths.count)
      for (index, path) in paths.enumerated() {
        let hidden = paths[..<index].first { $0.hasPrefix(path + "/") }
        #expect(hidden == nil, "\(path) hides \(hidden ?? "")")
      }
    }
  }

  @Test("a warm cell is stopped before the first step that needs a value")
  func prepared() throws {
    for plan in try Self.plans() {
      let names = GoldenPlan.names(plan)
      let first = try #require(
        plan.steps.firstIndex { step in
          switch step {
          case .joinNetwork: true
          case .keepPropagation(let path): path == "/mnt/x"
          case .bind(let bind): bind.path.hasPrefix("/srv/x")
          default: false
          }
        })
      #expect(plan.preparedSteps == first, "\(names)")
    }
    let plain = try PlanSamples.plan(try PlanSamples.plain())
    #expect(plain.preparedSteps == plain.steps.count)
  }
}

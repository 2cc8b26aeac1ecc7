/// The file view of one call: what is mounted where, parents first.
struct FilePlan {
  /// One thing inside, with the step that makes it.
  struct Item {
    var path: String
    var step: Step
    var dependsOnArguments: Bool
  }

  private(set) var items: [Item] = []
  private(set) var landlockRules: [LandlockRules.Rule] = []
  private(set) var readsSys = false
  private(set) var readsProc = false

  var dependsOnArguments: Bool { items.contains { $0.dependsOnArguments } }

  /// Lays out everything that a policy names, with the values of one call.
  static func make(policy: OperationPolicy, values: ArgumentValues) throws(PlanError) -> FilePlan {
    var plan = FilePlan()
    var fixed: [Item] = []
    var dependent: [Item] = []
    for grant in policy.files.grants {
      let isDependent = !grant.path.argumentNames.isEmpty
      for path in grant.path.elements(values) {
        let source = try source(of: grant, expandedTo: path, values: values)
        let bind = BindMount(source: source, path: try normal(path), access: grant.access)
        let item = Item(path: path, step: .bind(bind), dependsOnArguments: isDependent)
        if isDependent { dependent.append(item) } else { fixed.append(item) }
      }
    }
    for directory in policy.files.temporary {
      fixed.append(
        Item(path: try normal(directory.path), step: .mountTemporary(directory), dependsOnArguments: false))
    }
    for template in policy.files.propagate {
      guard let text = template.text(values) else { continue }
      let path = try normal(text)
      let item = Item(path: path, step: .propagate(path: path), dependsOnArguments: !template.argumentNames.isEmpty)
      if item.dependsOnArguments { dependent.append(item) } else { fixed.append(item) }
    }
    for template in policy.files.devices {
      guard let name = template.text(values) else { continue }
      let path = try normal("/dev/\(name)")
      let item = Item(
        path: path, step: .bindDevice(name: name), dependsOnArguments: !template.argumentNames.isEmpty)
      if item.dependsOnArguments { dependent.append(item) } else { fixed.append(item) }
    }
    if policy.proc == .own { fixed.append(Item(path: "/proc", step: .mountProc, dependsOnArguments: false)) }
    for link in policy.files.links {
      fixed.append(Item(path: try normal(link.path), step: .makeLink(link), dependsOnArguments: false))
    }

    let kept = try settle(withoutCovered(fixed, links: policy.files.links))
    plan.items = kept
    for item in try settle(dependent) { try plan.append(item, after: kept) }
    plan.note()
    return plan
  }

  /// An absolute path without empty, `.` and `..` components and without a slash at its end; `/` itself is one.
  static func normal(_ path: String?) throws(PlanError) -> String {
    guard let path, path.utf8.first == UInt8(ascii: "/"), path.utf8.count < 4096 else { throw .path(path ?? "") }
    if path == "/" { return path }
    for component in path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let isDots = component.count <= 2 && component.allSatisfy { $0 == UInt8(ascii: ".") }
      guard !isDots, component.count <= 255 else { throw .path(path) }
    }
    return path
  }

  /// A caller's value is walked without symbolic links; what the profile writes by itself may pass root's.
  private static func source(
    of grant: FileGrant, expandedTo path: String, values: ArgumentValues
  ) throws(PlanError) -> BindSource {
    if case .closure(let source, let identity) = grant.origin { return .file(path: source, identity: identity) }
    for (index, part) in grant.path.parts.enumerated() {
      guard case .argument(let name) = part, let type = values[name]?.declaration.type else { continue }
      let rule: PathRule
      switch type {
      case .path(let declared), .list(of: .path(let declared), _): rule = declared
      default: continue
      }
      guard index == 0, rule.existence == .exist else { throw .path(path) }
      // Several parts make another file than the one whose kind was declared.
      let kind = grant.path.parts.count == 1 ? rule.kind : .any
      return .beneath(root: rule.under, relative: rule.relative(path), kind: kind)
    }
    return .trusted(path: path)
  }

  /// Leaves out files of the command that a granted directory holds anyway.
  private static func withoutCovered(_ items: [Item], links: [SymbolicLink]) -> [Item] {
    let directories = items.compactMap { item -> String? in
      guard case .bind(let bind) = item.step, bind.access == .execute, case .trusted = bind.source else { return nil }
      return bind.path
    }
    guard !directories.isEmpty else { return items }
    return items.filter { item in
      guard case .bind(let bind) = item.step, case .file = bind.source else { return true }
      var path = bind.path
      for link in links where isBeneath(path, link.path) {
        let rest = String(decoding: path.utf8.dropFirst(link.path.utf8.count), as: UTF8.self)
        path = (link.target.utf8.first == UInt8(ascii: "/") ? link.target : "/\(link.target)") + rest
      }
      return !directories.contains { isBeneath(path, $0) }
    }
  }

  /// Sorts parents before children, and makes one of several items at one path.
  private static func settle(_ items: [Item]) throws(PlanError) -> [Item] {
    var settled: [Item] = []
    for item in items.sorted(by: { precedes($0.path, $1.path) }) {
      guard let last = settled.last, same(last.path, item.path) else {
        settled.append(item)
        continue
      }
      settled[settled.count - 1] = try merged(last, item)
    }
    return settled
  }

  /// Execute says read and more; write and execute of one file is what no sandbox here gives.
  private static func merged(_ one: Item, _ other: Item) throws(PlanError) -> Item {
    if one.step == other.step { return one }
    guard case .bind(let first) = one.step, case .bind(let second) = other.step else {
      throw conflict(one, other)
    }
    switch (first.access, second.access) {
    case (.execute, .read): return one
    case (.read, .execute): return other
    case (.execute, .execute), (.read, .read), (.write, .write):
      // The one that is pinned to the file of compile time.
      if case .file = first.source { return one } else { return other }
    default: throw conflict(one, other)
    }
  }

  /// Whose fault it is that two things are at one place: the profile's, or the values'.
  private static func conflict(_ one: Item, _ other: Item) -> PlanError {
    one.dependsOnArguments || other.dependsOnArguments ? .overlap(path: one.path) : .conflict(path: one.path)
  }

  private mutating func append(_ item: Item, after fixed: [Item]) throws(PlanError) {
    if let index = fixed.firstIndex(where: { Self.same($0.path, item.path) }) {
      // What a value names is never more than what is there without it.
      guard try Self.merged(fixed[index], item).step == fixed[index].step else { throw .overlap(path: item.path) }
      return
    }
    // Mounted later, it would hide what is there already.
    guard !fixed.contains(where: { Self.isBeneath($0.path, item.path) }) else { throw .overlap(path: item.path) }
    items.append(item)
  }

  private mutating func note() {
    for item in items {
      switch item.step {
      case .bind(let bind):
        landlockRules.append(LandlockRules.Rule(path: bind.path, access: bind.access))
        if Self.isAtOrBeneath(bind.source.path, "/sys") { readsSys = true }
        if Self.isAtOrBeneath(bind.source.path, "/proc") { readsProc = true }
      case .mountTemporary, .bindDevice, .propagate:
        landlockRules.append(LandlockRules.Rule(path: item.path, access: .write))
      case .mountProc:
        landlockRules.append(LandlockRules.Rule(path: item.path, access: .read))
      default: continue
      }
    }
  }

  static func isBeneath(_ path: String, _ directory: String) -> Bool {
    path.utf8.count > directory.utf8.count && path.utf8.starts(with: directory.utf8)
      && path.utf8.dropFirst(directory.utf8.count).first == UInt8(ascii: "/")
  }

  private static func isAtOrBeneath(_ path: String, _ directory: String) -> Bool {
    same(path, directory) || isBeneath(path, directory)
  }

  private static func same(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

  /// By bytes with the slash before everything else, so that a directory stands right before its content.
  private static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8) { left, right in
      let slash = UInt8(ascii: "/")
      if left == slash || right == slash { return left == slash && right != slash }
      return left < right
    }
  }
}

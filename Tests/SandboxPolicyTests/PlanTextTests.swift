import Testing

@testable import SandboxPolicy

@Suite("Plans in words and JSON")
struct PlanTextTests {
  private static let words = ["--key", "s3cret", "--target", "/srv/out/a", "/srv/data/b"]

  @Test("a secret is in no form of the plan, only in what the command reads")
  func secrets() throws {
    let plan = try PlanSamples.plan(try PlanSamples.archive(), Self.words)
    #expect(plan.input == .text("s3cret\n", isSecret: true))
    for form in [plan.text, plan.json.line, plan.json.pretty] {
      #expect(!form.contains("s3cret"))
      #expect(form.contains("a secret"))
    }
  }

  @Test("text for standard input is shown where no secret is in it, and so that it stays on its line")
  func input() throws {
    var policy = try PlanSamples.plain()
    policy.arguments = [ArgumentDeclaration(name: "x", type: .text(max: 9, pattern: nil, leadingDash: false))]
    policy.input = .text(try Template(parsing: "{x}\n"))
    let plan = try PlanSamples.plan(policy, ["a\"b"])
    #expect(plan.text.contains("\n  input: the text \"a\\\"b\\n\"\n"))
    #expect(plan.json.line.contains(#""input":"the text \"a\\\"b\\n\"""#))
  }

  @Test("the plan as JSON says what holds for the call before it says the steps")
  func json() throws {
    let plan = try PlanSamples.plan(try PlanSamples.signal(), ["4242"], on: PlanSamples.host(landlock: 0))
    let beginning =
      #"{"operation":"sample/run","input":"none","output":"caller","output-limit":16777216,"timeout-ms":30000,"#
      + #""success":[0],"processes":[{"argument":"pid","pid":4242,"executable":"/usr/sbin/dnsmasq"}],"#
      + #""notes":["this kernel has no Landlock: the file view is the mounts alone","#
      + #""the pid namespace is the host's"],"prepared-steps":35,"steps":[{"step":"create-network","#
    #expect(plan.json.line.hasPrefix(beginning))
    #expect(
      plan.json.line.hasSuffix(
        #"{"step":"load-filter","instructions":3},"#
          + #"{"step":"execute","arguments":["/usr/bin/id","4242"],"environment":[]}]}"#))
  }

  @Test("each step of the text is a step of the JSON")
  func sameSteps() throws {
    let plan = try PlanSamples.plan(try PlanSamples.archive(), Self.words)
    let lines = plan.text.split(separator: "\n").drop { $0 != "steps:" }.dropFirst()
    #expect(lines.count == plan.steps.count)
    #expect(GoldenPlan.names(plan).count == plan.steps.count)
  }

  @Test("a list of processes is claimed one by one")
  func claims() throws {
    var policy = try PlanSamples.signal()
    policy.arguments = [
      ArgumentDeclaration(name: "pid", type: .list(of: .process(executable: "/usr/sbin/dnsmasq"), max: 3)),
      ArgumentDeclaration(name: "number", type: .integer(min: 1, max: 99)),
    ]
    let plan = try PlanSamples.plan(policy, ["--pid", "7", "--pid", "8", "--number", "9"])
    #expect(
      plan.processes == [
        ProcessClaim(argument: "pid", pid: 7, executable: "/usr/sbin/dnsmasq"),
        ProcessClaim(argument: "pid", pid: 8, executable: "/usr/sbin/dnsmasq"),
      ])
  }

  @Test("a variable whose argument is left out is left out")
  func environment() throws {
    func environment(_ words: [String]) throws -> [String]? {
      guard case .execute(let command)? = try PlanSamples.plan(try PlanSamples.archive(), words).steps.last else {
        return nil
      }
      return command.environment
    }
    #expect(try environment(Self.words) == ["TARGET=/srv/out/a"])
    #expect(try environment(["--key", "s3cret", "--files", "/srv/data/b"]) == [])
  }

  @Test("the same three values make the same plan")
  func pure() throws {
    let policy = try PlanSamples.archive()
    #expect(try PlanSamples.plan(policy, Self.words) == PlanSamples.plan(policy, Self.words))
  }
}

/// Runs a body, and turns the error of its stage into that of the stage around it.
public func translating<Value: ~Copyable, Inner: Error, Outer: Error>(
  _ body: () throws(Inner) -> Value, _ translate: (Inner) -> Outer
) throws(Outer) -> Value {
  do throws(Inner) {
    return try body()
  } catch {
    throw translate(error)
  }
}

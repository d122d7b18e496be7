import LinearAlgebra
import Testing

@Suite struct WhiteningWorkspaceTests {
  @Test(arguments: 0..<60) func agreesWithCholesky(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let (order, count) = (1 + seed % 9, seed % 4)
    let covariance = generator.covariance(order)
    let right = generator.matrix(order, count)
    var workspace = WhiteningWorkspace(order: order, columnCount: count)
    workspace.covariance = covariance.storage
    workspace.columns = right.storage
    let logDeterminant = try workspace.whiten()
    let cholesky = try Cholesky(covariance)
    #expect((logDeterminant - cholesky.logDeterminant).magnitude < 1e-12)
    let whitened = Matrix(rows: order, columns: count, storage: workspace.columns)
    #expect(largestDifference(whitened, try cholesky.whitening(right)) < 1e-12)
    for column in 0..<order {
      for row in column..<order {
        let entry = workspace.covariance[row + column * order]
        #expect((entry - cholesky.lowerFactor[row, column]).magnitude < 1e-13)
      }
    }
  }

  @Test func onlyTheLowerTriangleIsRead() throws {
    var workspace = WhiteningWorkspace(order: 2, columnCount: 1)
    workspace.covariance = [4, 2, .nan, 5]
    workspace.columns = [2, 5]
    #expect((try workspace.whiten() - 2.772_588_722_239_781).magnitude < 1e-15)
    #expect(workspace.columns == [1, 2])
  }

  @Test func storageServesManyProblems() throws {
    var workspace = WhiteningWorkspace(order: 3, columnCount: 2)
    for seed in 0..<20 {
      var generator = SeededGenerator(seed: seed)
      let (covariance, right) = (generator.covariance(3), generator.matrix(3, 2))
      workspace.covariance = covariance.storage
      workspace.columns = right.storage
      _ = try workspace.whiten()
      let expected = try Cholesky(covariance).whitening(right)
      #expect(
        largestDifference(Matrix(rows: 3, columns: 2, storage: workspace.columns), expected) < 1e-12
      )
    }
  }

  @Test func determinantsFarFromOneKeepTheirLogarithm() throws {
    for entry in [1e-180, 1e-20, 1e20, 1e180] {
      var workspace = WhiteningWorkspace(order: 12, columnCount: 0)
      for index in 0..<12 { workspace.covariance[index * 13] = entry }
      var single = WhiteningWorkspace(order: 1, columnCount: 0)
      single.covariance = [entry]
      let expected = 12 * (try single.whiten())
      #expect((try workspace.whiten() / expected - 1).magnitude < 1e-14)
    }
  }

  @Test func refusalsNameTheMinor() {
    var workspace = WhiteningWorkspace(order: 2, columnCount: 1)
    workspace.covariance = [1, 2, 2, 1]
    #expect(throws: LinearAlgebraError.notPositiveDefinite(order: 2)) {
      _ = try workspace.whiten()
    }
    var zero = WhiteningWorkspace(order: 3, columnCount: 0)
    #expect(throws: LinearAlgebraError.notPositiveDefinite(order: 1)) { _ = try zero.whiten() }
  }

  @Test func notANumberIsNotPositiveDefinite() {
    for place in [0, 1, 3] {
      var workspace = WhiteningWorkspace(order: 2, columnCount: 1)
      workspace.covariance = [4, 1, 1, 4]
      workspace.covariance[place] = .nan
      #expect(throws: LinearAlgebraError.self) { _ = try workspace.whiten() }
    }
  }

  @Test func impossibleShapesTrap() async {
    await #expect(processExitsWith: .failure) { _ = WhiteningWorkspace(order: 0, columnCount: 1) }
    await #expect(processExitsWith: .failure) { _ = WhiteningWorkspace(order: 1, columnCount: -1) }
    await #expect(processExitsWith: .failure) {
      var workspace = WhiteningWorkspace(order: 2, columnCount: 1)
      workspace.columns = [1]
      _ = try workspace.whiten()
    }
  }
}

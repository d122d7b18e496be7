/// Returns where a function that grows or falls steadily crosses zero, within a bracket.
///
/// Regula falsi with the Illinois rule; whenever two steps have not halved the bracket, the next one bisects
/// it, so that the number of steps is at most three times that of bisection.
///
/// *Source.* M. Dowell, P. Jarratt, A modified regula falsi method for computing the root of an equation,
/// BIT 11, 1971.
///
/// - Parameters:
///   - bracket: where to look.
///   - tolerance: how wide the bracket may be left; it is never made smaller than rounding allows.
///   - function: continuous; infinite values are taken by their sign.
/// - Returns: the place of the root; the end nearer to a root where the function has one sign only, which a
///   caller has to exclude if it matters; the middle of an empty bracket is its point.
/// - Complexity: about 8 to 12 evaluations for a smooth function.
package func bracketedRoot(
  in bracket: ClosedRange<Double>, tolerance: Double, of function: (Double) -> Double
) -> Double {
  var (left, right) = (bracket.lowerBound, bracket.upperBound)
  var (atLeft, atRight) = (function(left), function(right))
  if atLeft == 0 || left == right { return left }
  if atRight == 0 { return right }
  guard (atLeft < 0) != (atRight < 0) else { return abs(atLeft) < abs(atRight) ? left : right }
  var widthBefore = right - left
  var isBisecting = false
  var movedLeft: Bool?
  for step in 1...400 {
    let width = right - left
    let smallest = max(tolerance, 4 * max(abs(left), abs(right)) * Double.ulpOfOne)
    if width <= smallest { break }
    if step % 2 == 0 {
      isBisecting = width > widthBefore / 2
      widthBefore = width
    }
    var middle = right - atRight * (width / (atRight - atLeft))
    if isBisecting || !(middle > left && middle < right) { middle = left + width / 2 }
    let value = function(middle)
    if value == 0 { return middle }
    let movesLeft = (value < 0) == (atLeft < 0)
    if movesLeft {
      (left, atLeft) = (middle, value)
      if movedLeft == true { atRight /= 2 }
    } else {
      (right, atRight) = (middle, value)
      if movedLeft == false { atLeft /= 2 }
    }
    movedLeft = movesLeft
  }
  return left + (right - left) / 2
}

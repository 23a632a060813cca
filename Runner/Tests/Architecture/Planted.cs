// Two rooms that need each other: the tests of rooms must find the circle.
#pragma warning disable IDE0130 // The namespaces are the point.

namespace Verify.Runner.Tests.Architecture.Planted.Left
{
    internal sealed class LeftHand
    {
        public Right.RightHand? Other { get; init; }
    }
}

namespace Verify.Runner.Tests.Architecture.Planted.Right
{
    internal sealed class RightHand
    {
        public Left.LeftHand? Other { get; init; }
    }
}

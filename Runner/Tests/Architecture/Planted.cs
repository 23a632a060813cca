// Two namespaces that depend on each other: the tests of layers must report the cycle.
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

using System.Runtime.CompilerServices;
using Shouldly;
using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;
using Xunit;

namespace Verify.Implementation.Tests.Inet;

/// <summary>H6: the fields that a look-up reads of a PCB fit in one cache line.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void The_chain_and_both_endpoints_lie_within_64_bytes()
    {
        var pcb = new Pcb();
        long[] starts =
        [
            Distance(pcb, ref Pcb.InChain.Of(pcb)),
            Distance(pcb, ref Pcb.OnPort.Of(pcb)),
            Distance(pcb, ref Foreign(pcb)),
            Distance(pcb, ref Local(pcb)),
        ];

        long end = new[]
        {
            starts[0] + Unsafe.SizeOf<Links<Pcb>>(), starts[1] + Unsafe.SizeOf<Links<Pcb>>(),
            starts[2] + Unsafe.SizeOf<Endpoint>(), starts[3] + Unsafe.SizeOf<Endpoint>(),
        }.Max();
        (end - starts.Min()).ShouldBeLessThanOrEqualTo(64);
    }

    private static long Distance<T>(Pcb pcb, ref T field) =>
        Unsafe.ByteOffset(ref Unsafe.As<Endpoint, byte>(ref Foreign(pcb)), ref Unsafe.As<T, byte>(ref field));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Foreign>k__BackingField")]
    private static extern ref Endpoint Foreign(PcbKey key);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Local>k__BackingField")]
    private static extern ref Endpoint Local(PcbKey key);
}

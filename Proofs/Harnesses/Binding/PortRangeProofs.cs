using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Binding;

/// <summary>The six variables net.inet.ip.portrange.*, for all 32-bit values of each.</summary>
internal static class PortRangeProofs
{
    [Proof("P2", "After a write of any value to any variable, each of the six lies within its limits.",
        Mutant = "clamp-low-to-zero")]
    public static void EveryWriteClampsAllSix(PortRanges ranges, PortVariable written, int value, PortVariable variable)
    {
        Proof.Assume(IsVariable(written) && IsVariable(variable));
        int result = ranges.With(written, value).Get(variable);
        Proof.Assert(Lowest(variable) <= result && result <= Highest(variable), "the variable is within its limits");
    }

    [Proof("P2", "A value within the limits is kept; one outside becomes the nearer limit.",
        Mutant = "clamp-forgotten")]
    public static void WrittenValueIsKept(PortRanges ranges, PortVariable written, int value)
    {
        Proof.Assume(IsVariable(written));
        int result = ranges.With(written, value).Get(written);
        int expected = value < Lowest(written) ? Lowest(written) : value > Highest(written) ? Highest(written) : value;
        Proof.Assert(result == expected);
    }

    [Proof("P2", "A write changes no other variable that is within its limits.",
        Mutant = "write-of-first-changes-last")]
    public static void OthersAreKept(PortRanges ranges, PortVariable written, int value, PortVariable other)
    {
        Proof.Assume(IsVariable(written) && IsVariable(other) && written != other);
        int before = ranges.Get(other);
        Proof.Assume(Lowest(other) <= before && before <= Highest(other));
        Proof.Assert(ranges.With(written, value).Get(other) == before);
    }

    [Proof("P1", "IP_PORTRANGE selects the two variables of its range, with the values written.",
        Mutant = "high-range-ignored")]
    public static void OptionSelectsItsRange(PortRanges ranges, PortVariable written, int value, PortRangeOption option)
    {
        Proof.Assume(IsVariable(written) && IsOption(option));
        PortRanges all = ranges.With(written, value);
        PortRange range = all.Of(option);
        PortVariable first = FirstOf(option);
        Proof.Assert(range.First == all.Get(first));
        Proof.Assert(range.Last == all.Get(first + 1));
    }

    [Proof("P1", "Whatever was written, the low range has reserved ports only, and the other two have none.",
        Mutant = "clamp-user-too-low")]
    public static void LowRangeIsTheReservedOne(
        PortRanges ranges, PortVariable written, int value, PortRangeOption option, ushort port)
    {
        Proof.Assume(IsVariable(written) && IsOption(option));
        Proof.Assume(PortOrder.Contains(ranges.With(written, value).Of(option), port));
        Proof.Cover(option == PortRangeOption.IP_PORTRANGE_LOW, "a port of the low range");
        Proof.Cover(option != PortRangeOption.IP_PORTRANGE_LOW, "a port of another range");
        Proof.Assert(Ports.IsReserved(port) == (option == PortRangeOption.IP_PORTRANGE_LOW));
    }

    [Proof("P2", "The defaults are 1024 to 5000, 49152 to 65535, and 1023 down to 600.",
        Mutant = "default-last-off-by-one")]
    public static void Defaults()
    {
        PortRanges ranges = PortRanges.Default;
        Proof.Assert(ranges.Get(PortVariable.First) == 1024);
        Proof.Assert(ranges.Get(PortVariable.Last) == 5000);
        Proof.Assert(ranges.Get(PortVariable.HiFirst) == 49152);
        Proof.Assert(ranges.Get(PortVariable.HiLast) == 65535);
        Proof.Assert(ranges.Get(PortVariable.LowFirst) == 1023);
        Proof.Assert(ranges.Get(PortVariable.LowLast) == 600);
    }

    private static bool IsVariable(PortVariable variable) =>
        variable is >= PortVariable.First and <= PortVariable.LowLast;

    private static bool IsOption(PortRangeOption option) =>
        option is >= PortRangeOption.IP_PORTRANGE_DEFAULT and <= PortRangeOption.IP_PORTRANGE_LOW;

    private static PortVariable FirstOf(PortRangeOption option) => option switch
    {
        PortRangeOption.IP_PORTRANGE_HIGH => PortVariable.HiFirst,
        PortRangeOption.IP_PORTRANGE_LOW => PortVariable.LowFirst,
        _ => PortVariable.First,
    };

    private static bool IsLow(PortVariable variable) => variable is PortVariable.LowFirst or PortVariable.LowLast;

    private static int Lowest(PortVariable variable) => IsLow(variable) ? 1 : 1024;

    private static int Highest(PortVariable variable) => IsLow(variable) ? 1023 : 65535;
}

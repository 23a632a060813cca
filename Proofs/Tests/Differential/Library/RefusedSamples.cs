using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Tests.Differential.Library;

/// <summary>
/// What only the runtime knows, so that there is no verdict. Most claims hold for what the executor would make of the
/// code if it took it at its word, and not in the runtime.
/// </summary>
internal static class RefusedSamples
{
    [Proof("G3", "A struct without Equals is compared field by field, by reflection.")]
    public static void StructEquality(int a) =>
        Proof.Assert(!EqualityComparer<Pair>.Default.Equals(new Pair(a, 1), new Pair(a, 1)));

    [Proof("G3", "So it is in a box.")]
    public static void StructEqualityInBoxes(int a) => Proof.Assert(!Equals(new Pair(a, 1), new Pair(a, 1)));

    [Proof("G3", "Enums in boxes are compared by their memory.")]
    public static void EnumEqualityInBoxes(byte a) => Proof.Assert(!Equals((Colour)a, (Colour)a));

    [Proof("G3", "Characters of two strings.")]
    public static void Concatenation(byte a) => Proof.Assert((StringSamples.Pick(a) + "x").Length == 1);

    [Proof("G3", "Another comparison than of the same name.")]
    public static void EqualityWithoutCase(bool which) =>
        Proof.Assert(!(which ? "a" : "b").Equals("A", StringComparison.OrdinalIgnoreCase));

    [Proof("G3", "A comparison by culture ignores the soft hyphen.")]
    public static void StartByCulture(bool which) =>
        Proof.Assert(!(which ? "a" : "b").StartsWith("\u00ad", StringComparison.InvariantCulture));

    [Proof("G3", "Equal literals are one object.")]
    public static void IdentityOfTexts(bool which) => Proof.Assert(!ReferenceEquals(which ? "a" : "b", "a"));

    [Proof("G3", "There is one default comparer.")]
    public static void IdentityOfComparers() =>
        Proof.Assert(!ReferenceEquals(EqualityComparer<int>.Default, EqualityComparer<int>.Default));

    [Proof("G3", "Where an exception has passed.")]
    public static void StackTrace(int a)
    {
        try
        {
            throw new CodedException(a);
        }
        catch (CodedException thrown)
        {
            Proof.Assert(a == 0 ? thrown.StackTrace is null : thrown.TargetSite is null);
        }
    }

    [Proof("G3", "The runtime's own text.")]
    public static void MessageOfRuntime(int a)
    {
        try
        {
            _ = 1 / a;
            Proof.Assert(a != 0);
        }
        catch (DivideByZeroException thrown)
        {
            Proof.Assert(thrown.Message is null);
        }
    }

    [Proof("G3", "The class library's text.")]
    public static void MessageOfLibrary(bool which) =>
        Proof.Assert((which ? new CodedException(1) : (Exception)new InvalidOperationException()).Message.Length == 0);

    [Proof("G3", "The argument that the library names.")]
    public static void ArgumentOfModel(byte a)
    {
        byte[] octets = [a];
        try
        {
            Proof.Assert(BinaryPrimitives.ReadUInt16BigEndian(octets) == 0);
        }
        catch (ArgumentException thrown)
        {
            Proof.Assert(thrown.ParamName is null);
        }
    }

    [Proof("G3", "Numbers of one width are alike as elements.")]
    public static void ArrayOfOtherSign(int a) => Proof.Assert((object)(int[])[a] is not uint[]);

    [Proof("G3", "Arrays are lists.")]
    public static void ArrayAsList(int a) => Proof.Assert((object)(int[])[a] is not IList<int>);

    [Proof("G3", "Delegates that give more can be had as such that give less.")]
    public static void VariantDelegates() => Proof.Assert((object)new Func<string>[1] is not Func<object>[]);

    [Proof("G3", "So can sequences.")]
    public static void VariantInterfaces() =>
        Proof.Assert((object)new IEnumerable<string>[1] is not IEnumerable<object>[]);

    [Proof("G3", "What a constructor throws comes wrapped.")]
    public static void NewThatThrows(int a)
    {
        try
        {
            Proof.Assert(Make<Failing>().Value == a);
        }
        catch (FormatException)
        {
            Proof.Assert(a == a + 0);
        }
    }

    [Proof("G3", "A struct with a constructor of its own.")]
    public static void NewStruct() => Proof.Assert(Make<Eight>().Value == 0);

    [Proof("G3", "What a type is called.")]
    public static void NameOfType() => Proof.Assert(typeof(int).Name.Length == 0);

    [Proof("G3", "Four fields that are declared as one.")]
    public static void InlineArrays(int a)
    {
        Four four = default;
        four[3] = a;
        Proof.Assert(four[3] == 0);
    }

    [Proof("G3", "There is not so much memory.")]
    public static void LargeArray(bool which) => Proof.Assert(new int[which ? int.MaxValue : 1].Length > 0);

    [Proof("G3", "Memory read as another type.")]
    public static void Reinterpreted(int a)
    {
        try
        {
            Proof.Assert(Unsafe.As<int, uint>(ref a) == 0);
        }
        catch (PlatformNotSupportedException)
        {
            Proof.Assert(a == a + 0);
        }
    }

    [Proof("G3", "The same by span.")]
    public static void ReinterpretedSpan(int a) =>
        Proof.Assert(MemoryMarshal.Cast<int, byte>(((int[])[a]).AsSpan()).Length == 1);

    [Proof("G3", "Memory of the stack.")]
    public static void StackAllocated(byte a)
    {
        Span<byte> octets = stackalloc byte[1];
        octets[0] = a;
        Proof.Assert(octets[0] == 0);
    }

    [Proof("G3", "A filter decides before finally blocks run.")]
    public static void Filter(int a)
    {
        try
        {
            Proof.Assert(a != 1 / a);
        }
        catch (DivideByZeroException) when (a == 0)
        {
            Proof.Assert(a == 1);
        }
    }

    [Proof("G3", "Two methods in one delegate.")]
    public static void DelegateOfTwo(int a)
    {
        int sum = 0;
        Action add = () => sum += a;
        add += () => sum++;
        add();
        Proof.Assert(sum == a);
    }

    [Proof("G3", "A delegate with null for its first argument.")]
    public static void DelegateOfNull(int a)
    {
        string? text = null;
        Func<bool> isMissing = text.IsMissing;
        Proof.Assert(!isMissing() && a == 0);
    }

    [Proof("G3", "A parameter that may be missing.")]
    public static void MissingParameter(uint? a) => Proof.Assert(a is null);

    [Proof("G3", "A field that may be missing.")]
    public static void MissingField(KeyValuePair<int, int?> a) => Proof.Assert(a.Value is null);

    [Proof("G3", "A parameter that is no integer.")]
    public static void TextParameter(string a) => Proof.Assert(a.Length == 0);

    private static T Make<T>()
        where T : new() => new();

    private static bool IsMissing(this string? text) => text is null;

    [InlineArray(4)]
    private struct Four
    {
        private int _first;
    }
}

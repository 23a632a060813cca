using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Tests.Differential.Library;

/// <summary>
/// Code whose result only the runtime determines, so that there is no verdict. Most claims would hold if the executor
/// took the IL literally, and fail in the runtime.
/// </summary>
internal static class RefusedSamples
{
    [Proof("G3", "A struct without Equals is compared field by field, by reflection.")]
    public static void StructEquality(int a) =>
        Proof.Assert(!EqualityComparer<Pair>.Default.Equals(new Pair(a, 1), new Pair(a, 1)));

    [Proof("G3", "Boxed structs are compared in the same way.")]
    public static void StructEqualityInBoxes(int a) => Proof.Assert(!Equals(new Pair(a, 1), new Pair(a, 1)));

    [Proof("G3", "Boxed enums are compared by their memory.")]
    public static void EnumEqualityInBoxes(byte a) => Proof.Assert(!Equals((Colour)a, (Colour)a));

    [Proof("G3", "Concatenation of strings.")]
    public static void Concatenation(byte a) => Proof.Assert((StringSamples.Pick(a) + "x").Length == 1);

    [Proof("G3", "An overload of Equals with a comparison.")]
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

    [Proof("G3", "The stack trace of an exception.")]
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

    [Proof("G3", "A message of the runtime.")]
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

    [Proof("G3", "A message of the class library.")]
    public static void MessageOfLibrary(bool which) =>
        Proof.Assert((which ? new CodedException(1) : (Exception)new InvalidOperationException()).Message.Length == 0);

    [Proof("G3", "The parameter name in an exception of the library.")]
    public static void ArgumentOfModel(byte a)
    {
        byte[] bytes = [a];
        try
        {
            Proof.Assert(BinaryPrimitives.ReadUInt16BigEndian(bytes) == 0);
        }
        catch (ArgumentException thrown)
        {
            Proof.Assert(thrown.ParamName is null);
        }
    }

    [Proof("G3", "Arrays of integers of one width are compatible.")]
    public static void ArrayOfOtherSign(int a) => Proof.Assert((object)(int[])[a] is not uint[]);

    [Proof("G3", "Arrays are lists.")]
    public static void ArrayAsList(int a) => Proof.Assert((object)(int[])[a] is not IList<int>);

    [Proof("G3", "Delegates are covariant in their result.")]
    public static void VariantDelegates() => Proof.Assert((object)new Func<string>[1] is not Func<object>[]);

    [Proof("G3", "Sequences are covariant.")]
    public static void VariantInterfaces() =>
        Proof.Assert((object)new IEnumerable<string>[1] is not IEnumerable<object>[]);

    [Proof("G3", "An exception of a constructor is wrapped.")]
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

    [Proof("G3", "A struct with a parameterless constructor.")]
    public static void NewStruct() => Proof.Assert(Make<Eight>().Value == 0);

    [Proof("G3", "The name of a type.")]
    public static void NameOfType() => Proof.Assert(typeof(int).Name.Length == 0);

    [Proof("G3", "An inline array: four fields, declared as one.")]
    public static void InlineArrays(int a)
    {
        Four four = default;
        four[3] = a;
        Proof.Assert(four[3] == 0);
    }

    [Proof("G3", "More memory than there is.")]
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

    [Proof("G3", "A span read as another type.")]
    public static void ReinterpretedSpan(int a) =>
        Proof.Assert(MemoryMarshal.Cast<int, byte>(((int[])[a]).AsSpan()).Length == 1);

    [Proof("G3", "Memory on the stack.")]
    public static void StackAllocated(byte a)
    {
        Span<byte> bytes = stackalloc byte[1];
        bytes[0] = a;
        Proof.Assert(bytes[0] == 0);
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

    [Proof("G3", "A nullable parameter.")]
    public static void MissingParameter(uint? a) => Proof.Assert(a is null);

    [Proof("G3", "A nullable field.")]
    public static void MissingField(KeyValuePair<int, int?> a) => Proof.Assert(a.Value is null);

    [Proof("G3", "A parameter that is not an integer.")]
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

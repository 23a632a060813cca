using System.Collections.Immutable;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Integers from bytes, which the class library reads through an address.</summary>
internal static class LibraryBytes
{
    private const string Reader = "System.Buffers.Binary.BinaryPrimitives";
    private const string Bytes = "System.ReadOnlySpan`1<System.Byte>";

    public static Dictionary<string, LibraryCall> Calls { get; } = new()
    {
        [$"System.UInt16 {Reader}::ReadUInt16BigEndian({Bytes})"] = static (run, _, arguments) =>
            BigEndian(run, arguments[0], 2),
        [$"System.UInt32 {Reader}::ReadUInt32BigEndian({Bytes})"] = static (run, _, arguments) =>
            BigEndian(run, arguments[0], 4),
    };

    private static Scalar BigEndian(SymbolicRun run, Value span, int count)
    {
        ImmutableArray<Term> bytes = LibraryArrays.IntegersIn(run, span);
        if (bytes.Length < count)
        {
            throw run.Thrown(typeof(ArgumentOutOfRangeException));
        }

        var width = 8 * count;
        Term whole = run.Terms.Constant(0, width);
        for (var i = 0; i < count; i++)
        {
            Term part = run.Terms.Resize(bytes[i], width, signed: false);
            Term shift = run.Terms.Constant((ulong)(8 * (count - 1 - i)), width);
            whole = run.Terms.Or(whole, run.Terms.Binary(Operator.ShiftLeft, part, shift));
        }

        return new Scalar(whole);
    }
}

using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Verify.Properties.Mutants;

/// <summary>
/// Where the bodies of a compiled assembly's methods are: the relative virtual address (RVA) in the row of each method,
/// ECMA-335 II.22.26.
/// </summary>
public sealed class MethodBodies : IDisposable
{
    /// <summary>The bytes of an address.</summary>
    internal const int AddressSize = sizeof(uint);

    private readonly byte[] _image;
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly int _firstRow;
    private readonly int _rowSize;

    /// <summary>Reads the tables of an assembly file.</summary>
    public MethodBodies(byte[] image)
    {
        _image = image;
        _file = new PEReader([.. image]);
        _metadata = _file.GetMetadataReader();
        _firstRow = _file.PEHeaders.MetadataStartOffset + _metadata.GetTableMetadataOffset(TableIndex.MethodDef);
        _rowSize = _metadata.GetTableRowSize(TableIndex.MethodDef);
    }

    /// <summary>The methods whose names have a prefix, by name.</summary>
    internal Dictionary<string, MethodDefinitionHandle> WithPrefix(string prefix) => _metadata.MethodDefinitions
        .Where(method => NameOf(method).StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(NameOf);

    /// <summary>
    /// The method of the same type and signature with another name, after that of an interface that it implements or
    /// without; null unless there is exactly one.
    /// </summary>
    internal MethodDefinitionHandle? Beside(MethodDefinitionHandle method, string name)
    {
        MethodDefinition known = _metadata.GetMethodDefinition(method);
        byte[] signature = _metadata.GetBlobBytes(known.Signature);
        MethodDefinitionHandle[] found =
        [
            .. _metadata.GetTypeDefinition(known.GetDeclaringType()).GetMethods().Where(other =>
                (NameOf(other) == name || NameOf(other).EndsWith("." + name, StringComparison.Ordinal))
                && _metadata.GetBlobReader(_metadata.GetMethodDefinition(other).Signature).Length == signature.Length
                && _metadata.GetBlobBytes(_metadata.GetMethodDefinition(other).Signature).SequenceEqual(signature)),
        ];
        return found is [var only] ? only : null;
    }

    /// <summary>The offset in the file of the four bytes with the address of a method's body.</summary>
    internal int AddressOf(MethodDefinitionHandle method) =>
        _firstRow + ((MetadataTokens.GetRowNumber(method) - 1) * _rowSize);

    /// <summary>
    /// The metadata tokens of the methods that have other bodies in another file; null if the files differ in anything
    /// but the addresses of bodies.
    /// </summary>
    public IReadOnlyList<int>? ReplacedIn(ReadOnlySpan<byte> other)
    {
        byte[] rest = [.. other];
        List<int> replaced = [];
        if (rest.Length != _image.Length)
        {
            return null;
        }

        foreach (MethodDefinitionHandle method in _metadata.MethodDefinitions)
        {
            ReadOnlySpan<byte> here = _image.AsSpan(AddressOf(method), AddressSize);
            Span<byte> there = rest.AsSpan(AddressOf(method), AddressSize);
            if (!here.SequenceEqual(there))
            {
                replaced.Add(MetadataTokens.GetToken(method));
                here.CopyTo(there);
            }
        }

        return rest.AsSpan().SequenceEqual(_image) ? replaced : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private string NameOf(MethodDefinitionHandle method) =>
        _metadata.GetString(_metadata.GetMethodDefinition(method).Name);
}

using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Verify.Properties.Mutants;

/// <summary>
/// Many changes of a project, compiled at once, each in an image of its own. Each new body of a method is compiled as a
/// method beside the one that it changes; in a mutant's image, that one has the new body, and all else is as in the
/// other images. Compiling the project again takes about half a second for each change.
/// </summary>
public sealed class Metamutant
{
    private const string Prefix = "Mutant_";

    /// <summary>For each change, where the addresses of methods are in the image, and of the bodies for them.</summary>
    private readonly Dictionary<SourceEdit, (int Method, int Body)[]> _replaced = [];

    /// <summary>Compiles changes together.</summary>
    /// <param name="source">The unchanged project.</param>
    /// <param name="edits">The changes. One that does not fit the source is left out.</param>
    public Metamutant(CSharpCompilation source, IEnumerable<SourceEdit> edits)
    {
        IReadOnlyList<(SourceEdit Edit, IReadOnlyList<ChangedBody> Bodies)> changes = BodyChanges.Of(edits, source);
        // A body that does not compile is an error of its own mutant: then each mutant is compiled alone.
        if (changes.Count > 0
            && ProjectSource.TryEmit(With(source, changes.SelectMany(change => change.Bodies)), out _) is { } image)
        {
            Image = image;
            Find(image, changes);
        }
    }

    /// <summary>The assembly in which no method is changed; null if the changes do not compile together.</summary>
    internal byte[]? Image { get; }

    /// <summary>The assembly with a change; null for a change that must be compiled alone.</summary>
    public byte[]? With(SourceEdit edit)
    {
        if (!_replaced.TryGetValue(edit, out (int Method, int Body)[]? replaced))
        {
            return null;
        }

        byte[] changed = [.. Image!];
        foreach ((int method, int body) in replaced)
        {
            Image.AsSpan(body, MethodBodies.AddressSize).CopyTo(changed.AsSpan(method));
        }

        return changed;
    }

    private void Find(byte[] image, IEnumerable<(SourceEdit Edit, IReadOnlyList<ChangedBody> Bodies)> changes)
    {
        using var methods = new MethodBodies(image);
        Dictionary<string, MethodDefinitionHandle> compiled = methods.WithPrefix(Prefix);
        int number = 0;
        foreach ((SourceEdit edit, IReadOnlyList<ChangedBody> bodies) in changes)
        {
            List<(int Method, int Body)> replaced = [];
            foreach (ChangedBody changed in bodies)
            {
                MethodDefinitionHandle body = compiled[Prefix + number++];
                if (methods.Beside(body, changed.Name) is { } method)
                {
                    replaced.Add((methods.AddressOf(method), methods.AddressOf(body)));
                }
            }

            if (replaced.Count == bodies.Count)
            {
                _replaced.Add(edit, [.. replaced]);
            }
        }
    }

    private static CSharpCompilation With(CSharpCompilation source, IEnumerable<ChangedBody> changes)
    {
        int number = 0;
        ILookup<TypeDeclarationSyntax, MemberDeclarationSyntax> added = changes.ToLookup(
            body => body.Type,
            body => (MemberDeclarationSyntax)body.Changed.WithIdentifier(SyntaxFactory.Identifier(Prefix + number++)));
        foreach (var inFile in added.GroupBy(type => type.Key.SyntaxTree))
        {
            SyntaxNode root = inFile.Key.GetRoot().ReplaceNodes(
                inFile.Select(type => type.Key),
                (before, rewritten) => rewritten.WithMembers(rewritten.Members.AddRange(added[before])));
            source = source.ReplaceSyntaxTree(inFile.Key, inFile.Key.WithRootAndOptions(root, inFile.Key.Options));
        }

        return source;
    }
}

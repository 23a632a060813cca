using System.Globalization;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;

namespace Verify.Proofs.CrossChecking;

/// <summary>A folder of queries as SMT-LIB 2 files, one each, for any solver.</summary>
/// <param name="directory">The folder, created when the first file is saved.</param>
public sealed class ObligationFolder(string directory)
{
    /// <summary>Saves a query, or an obligation of another kind, with Z3's answer as its status.</summary>
    /// <returns>The name of the file.</returns>
    internal string Save(ProofCase proof, Obligation obligation, string kind = "query")
    {
        Directory.CreateDirectory(directory);
        var number = obligation.Number.ToString("d4", CultureInfo.InvariantCulture);
        var file = Path.Combine(directory, $"{proof.Name}-{(kind == "query" ? "" : kind + "-")}{number}.smt2");
        File.WriteAllText(file,
            $"""
            ; {proof.Requirement}, {kind} {obligation.Number} of {proof.Name}.
            ; {proof.Text}
            (set-info :status {(obligation.IsSatisfiable ? "sat" : "unsat")})

            """
            + obligation.Script);
        return file;
    }
}
